package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.check.DomainRule;
import dev.nanokit.engine.config.check.MountText;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Builds services, with what the file gives to all of them. */
final class ServiceDecoder {
    private static final int DEFAULT_INSTANCES = 1;

    private final SourceDecoder sources;
    private final Map<String, String> commonEnv;
    private final Map<String, SecretRef> commonSecrets;

    ServiceDecoder(Block root) {
        this.sources = new SourceDecoder(root.blocks("runtimes"));
        this.commonEnv = Read.texts(root, "env");
        this.commonSecrets = SecretDecoder.decodeAll(root);
    }

    Service decode(String name, Block block) {
        OptionalInt port = Read.whole(block, "port");
        OptionalInt expose = Read.whole(block, "expose");
        Optional<Service.Scale> scale = block.block("scale").map(ScaleDecoder::decode);
        return new Service(
                name,
                sources.decode(block),
                port,
                expose.isPresent() ? expose : port,
                Read.text(block, "path"),
                Read.text(block, "start"),
                Read.text(block, "host").map(DomainRule::domains).orElse(List.of()),
                block.texts("depends_on").stream()
                        .map(Located::value)
                        .distinct()
                        .toList(),
                Read.choice(block, "updateStrategy", Service.UpdateStrategy.class)
                        .orElse(Service.UpdateStrategy.RECREATE),
                Read.whole(block, "instances")
                        .orElse(scale.map(Service.Scale::min).orElse(DEFAULT_INSTANCES)),
                env(block),
                secrets(block),
                cpu(block),
                Read.bytes(block, "memory"),
                block.texts("volumes").stream().map(ServiceDecoder::mount).toList(),
                scale,
                HealthDecoder.decode(block));
    }

    /** A service's own secret hides a common variable of the same name, and the other way round. */
    private Map<String, String> env(Block block) {
        Map<String, String> env = new TreeMap<>(commonEnv);
        env.keySet().removeAll(block.blocks("secrets").keySet());
        env.putAll(Read.texts(block, "env"));
        return env;
    }

    private Map<String, SecretRef> secrets(Block block) {
        Map<String, SecretRef> secrets = new TreeMap<>(commonSecrets);
        secrets.keySet().removeAll(Read.texts(block, "env").keySet());
        secrets.putAll(SecretDecoder.decodeAll(block));
        return secrets;
    }

    private static OptionalDouble cpu(Block block) {
        Optional<Double> cores = block.decimal("cpu")
                .map(Located::value)
                .or(() -> Read.text(block, "cpu").map(BigDecimal::new))
                .map(Number::doubleValue);
        return cores.isPresent() ? OptionalDouble.of(cores.get()) : OptionalDouble.empty();
    }

    private static Service.Mount mount(Located<String> text) {
        MountText mount = MountText.parse(text.value());
        return new Service.Mount(mount.source(), mount.target(), mount.readOnly());
    }
}
