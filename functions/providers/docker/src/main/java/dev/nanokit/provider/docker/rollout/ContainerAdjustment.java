package dev.nanokit.provider.docker.rollout;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.UpdateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.observe.ContainerFiles;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Brings a container that exists to its spec, in what can be changed without making it anew. */
final class ContainerAdjustment {
    private static final Duration RELOAD_WITHIN = Duration.ofSeconds(20);

    private final EngineClient engine;

    ContainerAdjustment(EngineClient engine) {
        this.engine = engine;
    }

    /**
     * @param container the engine's whole answer
     * @param actual the same in the shape of a spec
     */
    void adjust(ContainerSpec spec, JsonNode container, Value.Obj actual, Consumer<String> progress) {
        Comparison comparison = new Comparison(spec, actual);
        String id = container.path("Id").asString();
        if (!comparison.same("network") || !comparison.same("aliases")) {
            connect(spec, container, id);
        }
        if (!comparison.same("cpu") || !comparison.same("memory") || !comparison.same("restart")) {
            limit(spec, id, comparison);
        }
        if (!comparison.same("files")) {
            new ContainerFiles(engine).write(id, spec.files());
            if (container.path("State").path("Running").asBoolean(false)) {
                reload(spec, id, progress);
            }
        }
    }

    private void connect(ContainerSpec spec, JsonNode container, String id) {
        Set<String> networks = new HashSet<>();
        container.path("NetworkSettings").path("Networks").properties().forEach(network -> {
            String known = network.getValue().path("NetworkID").asString("");
            networks.add(known.isEmpty() ? network.getKey() : known);
        });
        networks.forEach(network -> disconnect(network, id));
        engine.docker()
                .connectToNetworkCmd()
                .withNetworkId(spec.network())
                .withContainerId(id)
                .withContainerNetwork(new ContainerNetwork().withAliases(spec.aliases()))
                .exec();
    }

    private void disconnect(String network, String id) {
        try {
            engine.docker()
                    .disconnectFromNetworkCmd()
                    .withNetworkId(network)
                    .withContainerId(id)
                    .withForce(true)
                    .exec();
        } catch (NotFoundException e) {
            // The network has gone, and the container's place on it.
            return;
        }
    }

    private void limit(ContainerSpec spec, String id, Comparison comparison) {
        DockerClient docker = engine.docker();
        UpdateContainerCmd command = docker.updateContainerCmd(id);
        if (!comparison.same("restart")) {
            command.withRestartPolicy(RestartPolicy.parse(spec.restart()));
        }
        if (!comparison.same("cpu")) {
            spec.nanoCpus().ifPresent(command::withNanoCPUs);
        }
        if (!comparison.same("memory")) {
            // The engine's own default, which it does not move along with the limit: as much again of swap.
            spec.memory().ifPresent(bytes -> command.withMemory(bytes).withMemorySwap(2 * bytes));
        }
        command.exec();
    }

    private void reload(ContainerSpec spec, String id, Consumer<String> progress) {
        boolean reloaded = !spec.reload().isEmpty()
                && new Exec(engine)
                        .run(id, spec.reload(), RELOAD_WITHIN)
                        .filter(result -> result.exitCode() == 0)
                        .isPresent();
        if (!reloaded) {
            progress.accept("restarting " + spec.name() + " with its new configuration");
            engine.docker().restartContainerCmd(id).exec();
        }
    }
}
