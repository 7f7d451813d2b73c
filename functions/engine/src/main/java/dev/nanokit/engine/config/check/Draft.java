package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.provider.Capability;
import dev.nanokit.engine.config.provider.ProviderCapabilities;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A merged environment that is still to be checked. */
public record Draft(Block root) {
    /** The {@code infra} block, where there is one. */
    public Optional<Block> infra() {
        return root.block("infra");
    }

    /** docker where the file names none; empty while it can't be known. */
    public Optional<ProviderId> provider() {
        if (root.isOpaque("infra")
                || infra().filter(infra -> infra.isOpaque("provider")).isPresent()) {
            return Optional.empty();
        }
        Optional<String> named =
                infra().flatMap(infra -> infra.text("provider")).map(Located::value);
        return named.isEmpty()
                ? Optional.of(ProviderId.DOCKER)
                : Arrays.stream(ProviderId.values())
                        .filter(id -> id.id().equals(named.get()))
                        .findFirst();
    }

    /** Whether the provider is known to have this. */
    boolean can(Capability capability) {
        return provider().filter(id -> ProviderCapabilities.has(id, capability)).isPresent();
    }

    /** The names that a section declares, whether or not what they stand for can be looked into. */
    Set<String> names(String section) {
        return root.block(section).map(Block::keys).orElse(Set.of());
    }

    public Map<String, Block> services() {
        return root.blocks("services");
    }

    public Map<String, Block> databases() {
        return root.blocks("databases");
    }

    public Map<String, Block> networks() {
        return root.blocks("networks");
    }

    public Map<String, Block> volumes() {
        return root.blocks("volumes");
    }

    public Map<String, Block> runtimes() {
        return root.blocks("runtimes");
    }

    /** Whether the service runs at all. */
    static boolean isEnabled(Block service) {
        return service.whole("instances").map(Located::value).orElse(1) > 0;
    }
}
