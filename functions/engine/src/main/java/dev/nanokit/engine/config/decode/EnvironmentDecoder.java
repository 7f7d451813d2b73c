package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.Deploy;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Gateway;
import dev.nanokit.engine.config.Network;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Volume;
import dev.nanokit.engine.config.check.GatewayPorts;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.source.Places;
import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Builds an environment. */
public final class EnvironmentDecoder {
    private static final String DEFAULT_SSH_USER = "root";
    private static final int DEFAULT_SSH_PORT = 22;

    private final Owner owner;
    private final Block root;

    /** @param root the merged tree; no rule is broken in it */
    public EnvironmentDecoder(Owner owner, Block root) {
        this.owner = owner;
        this.root = root;
    }

    public Environment decode(Places places, List<Problem> warnings) {
        return new Environment(
                owner.project(),
                owner.environment(),
                owner.component(),
                InfraDecoder.decode(root.block("infra")),
                services(),
                each("databases", DatabaseDecoder::decode),
                each("networks", EnvironmentDecoder::network),
                each("volumes", EnvironmentDecoder::volume),
                gateway(),
                root.block("deploy").map(EnvironmentDecoder::deploy),
                places,
                warnings);
    }

    private Map<String, Service> services() {
        ServiceDecoder decoder = new ServiceDecoder(root);
        Map<String, Service> services = new TreeMap<>();
        root.blocks("services").forEach((name, block) -> services.put(name, decoder.decode(name, block)));
        return services;
    }

    private <T> Map<String, T> each(String section, NamedDecoder<T> decoder) {
        Map<String, T> decoded = new TreeMap<>();
        root.blocks(section).forEach((name, block) -> decoded.put(name, decoder.decode(name, block)));
        return decoded;
    }

    @FunctionalInterface
    private interface NamedDecoder<T> {
        T decode(String name, Block block);
    }

    private static Network network(String name, Block block) {
        return new Network(
                name,
                Read.text(block, "cidr"),
                Read.choice(block, "visibility", Network.Visibility.class).orElse(Network.Visibility.PUBLIC),
                Read.text(block, "vpcId"));
    }

    private static Volume volume(String name, Block block) {
        return new Volume(name, Read.bytes(block, "size"));
    }

    private Optional<Gateway> gateway() {
        Optional<String> image = root.block("gateway").flatMap(block -> Read.text(block, "image"));
        return GatewayPorts.of(root)
                .map(ports -> new Gateway(
                        image,
                        ports.httpPort().value(),
                        ports.httpsPort()
                                .map(port -> OptionalInt.of(port.value()))
                                .orElse(OptionalInt.empty())));
    }

    private static Deploy deploy(Block block) {
        return new Deploy(
                block.texts("hosts").stream().map(Located::value).toList(),
                Read.text(block, "sshUser").orElse(DEFAULT_SSH_USER),
                Read.whole(block, "sshPort").orElse(DEFAULT_SSH_PORT),
                Read.text(block, "sshKey"));
    }
}
