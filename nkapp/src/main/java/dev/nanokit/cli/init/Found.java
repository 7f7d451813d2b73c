package dev.nanokit.cli.init;

import java.util.List;
import java.util.OptionalInt;

/**
 * What lies in a folder that a first nanokit.yml can make use of.
 *
 * @param seen what was found, in words
 * @param notTaken what a compose file asks for that was left for the user to carry over
 */
public record Found(List<Service> services, List<Database> databases, List<String> seen, List<String> notTaken) {
    public Found {
        services = List.copyOf(services);
        databases = List.copyOf(databases);
        seen = List.copyOf(seen);
        notTaken = List.copyOf(notTaken);
    }

    /**
     * @param kind {@code image} or {@code build}
     * @param source the image, or the folder of the Dockerfile
     */
    public record Service(
            String name, String kind, String source, OptionalInt port, OptionalInt expose, List<String> dependsOn) {
        public Service {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /** @param version empty for the engine's newest */
    public record Database(String name, String engine, String version) {}
}
