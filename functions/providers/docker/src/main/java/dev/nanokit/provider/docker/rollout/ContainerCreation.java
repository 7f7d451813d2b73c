package dev.nanokit.provider.docker.rollout;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.Mount;
import com.github.dockerjava.api.model.MountType;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.RestartPolicy;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.observe.ContainerFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes a container from its spec. It is not started yet. */
final class ContainerCreation {
    /** How often the engine itself looks, once a container works. */
    private static final long CHECK_EVERY = Duration.ofSeconds(15).toNanos();

    private static final long CHECK_WITHIN = Duration.ofSeconds(10).toNanos();
    private static final long START_PERIOD = Duration.ofSeconds(60).toNanos();
    private static final int FAILURES_TO_BE_UNHEALTHY = 3;

    private final EngineClient engine;
    private final Path baseFolder;

    ContainerCreation(EngineClient engine, Path baseFolder) {
        this.engine = engine;
        this.baseFolder = baseFolder;
    }

    /**
     * @param labels whose it is, without the service's name
     * @return its id
     * @throws ProviderException when the name is taken by something that is not ours
     */
    String create(ContainerSpec spec, String name, Map<String, String> labels, List<String> aliases) {
        Map<String, String> all = new TreeMap<>(labels);
        all.put(Labels.SERVICE, spec.service());
        CreateContainerCmd command = engine.docker()
                .createContainerCmd(spec.image())
                .withName(name)
                .withLabels(all)
                .withEnv(spec.env().entrySet().stream()
                        .map(variable -> variable.getKey() + "=" + variable.getValue())
                        .toList())
                .withExposedPorts(
                        spec.ports().values().stream().map(ExposedPort::tcp).toList())
                .withHostConfig(hostConfig(spec))
                .withAliases(aliases);
        spec.command().ifPresent(command::withCmd);
        spec.healthCommand().ifPresent(check -> command.withHealthcheck(healthCheck(check)));
        try {
            String id = command.exec().getId();
            if (!spec.files().isEmpty()) {
                new ContainerFiles(engine).write(id, spec.files());
            }
            return id;
        } catch (ConflictException e) {
            throw taken(name, e);
        }
    }

    private HostConfig hostConfig(ContainerSpec spec) {
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode(spec.network())
                .withRestartPolicy(RestartPolicy.parse(spec.restart()))
                .withPortBindings(portBindings(spec))
                .withMounts(spec.mounts().entrySet().stream()
                        .map(mount -> mount(mount.getKey(), (Value.Obj) mount.getValue()))
                        .toList());
        spec.nanoCpus().ifPresent(host::withNanoCPUs);
        spec.memory().ifPresent(host::withMemory);
        return host;
    }

    private static Ports portBindings(ContainerSpec spec) {
        Ports ports = new Ports();
        spec.ports().forEach((host, inside) -> ports.bind(ExposedPort.tcp(inside), Ports.Binding.bindPort(host)));
        return ports;
    }

    private Mount mount(String target, Value.Obj mount) {
        boolean readOnly = mount.get("readOnly").equals(Value.bool(true));
        Mount made = new Mount().withTarget(target).withReadOnly(readOnly);
        if (mount.get("volume") instanceof Value.Text(String volume)) {
            return made.withType(MountType.VOLUME).withSource(volume);
        }
        return made.withType(MountType.BIND)
                .withSource(baseFolder.resolve(mount.text("folder")).normalize().toString());
    }

    private static HealthCheck healthCheck(String command) {
        return new HealthCheck()
                .withTest(List.of("CMD-SHELL", command))
                .withInterval(CHECK_EVERY)
                .withTimeout(CHECK_WITHIN)
                .withStartPeriod(START_PERIOD)
                .withRetries(FAILURES_TO_BE_UNHEALTHY);
    }

    private static ProviderException taken(String name, ConflictException cause) {
        return new ProviderException(
                "the name " + name + " is taken by a container that is not this component's",
                false,
                "foreign",
                "look at it with 'docker inspect " + name + "'; remove it if nobody needs it, or rename the service",
                cause);
    }
}
