package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.Infra;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.check.Bounds;
import dev.nanokit.engine.config.tree.Block;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Builds the infrastructure. */
final class InfraDecoder {
    private static final Infra NONE = new Infra(
            ProviderId.DOCKER,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Infra.Scaling.MANUAL,
            OptionalInt.empty(),
            OptionalInt.empty(),
            List.of(),
            Optional.empty(),
            false,
            false);

    private InfraDecoder() {}

    static Infra decode(Optional<Block> infra) {
        return infra.map(InfraDecoder::decode).orElse(NONE);
    }

    private static Infra decode(Block block) {
        Bounds bounds = Bounds.of(block);
        return new Infra(
                provider(block),
                Read.text(block, "region"),
                Read.text(block, "account"),
                Read.text(block, "vpc"),
                Read.text(block, "cidr"),
                Read.choice(block, "scaling", Infra.Scaling.class).orElse(Infra.Scaling.MANUAL),
                bounds.min(),
                bounds.max(),
                block.items("instances").stream().map(InfraDecoder::group).toList(),
                Read.choice(block, "dns", Infra.DnsProvider.class),
                block.isTrue("autoCreateDomain"),
                block.isTrue("shared"));
    }

    private static ProviderId provider(Block block) {
        String id = Read.text(block, "provider").orElse(ProviderId.DOCKER.id());
        return Arrays.stream(ProviderId.values())
                .filter(provider -> provider.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Infra.InstanceGroup group(Block block) {
        return new Infra.InstanceGroup(
                Read.text(block, "type").orElseThrow(),
                Bounds.count(block),
                Read.choice(block, "role", Infra.Role.class).orElse(Infra.Role.MANAGER));
    }
}
