package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.List;
import java.util.stream.IntStream;

/** How things are called, on the engine and in a plan. */
record Names(String project, String environment) {
    /** The engine's name for a thing of this name in the file. */
    String onEngine(String name) {
        return "nk-" + project + "-" + environment + "-" + name;
    }

    /**
     * The environment's network. Another project may have this name on the same engine already; then the connection
     * adds the project to it.
     */
    String environmentNetwork() {
        return "nanokit-net-" + environment;
    }

    ResourceKey environmentNetworkKey() {
        return Kinds.network(environmentNetwork());
    }

    /** {@code web}, or {@code web-1}, {@code web-2} where there are several. */
    static List<String> replicas(Service service) {
        if (service.instances() == 1) {
            return List.of(service.name());
        }
        return IntStream.rangeClosed(1, service.instances())
                .mapToObj(number -> service.name() + "-" + number)
                .toList();
    }

    static List<ResourceKey> containers(Service service) {
        return replicas(service).stream().map(Kinds::container).toList();
    }
}
