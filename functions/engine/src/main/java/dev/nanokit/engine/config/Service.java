package dev.nanokit.engine.config;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A service: containers, or what the provider has in their place.
 *
 * @param port published on the host
 * @param expose the container's own port; {@code port} where the file gives none
 * @param path the folder of the service's source in the repository
 * @param start command line that replaces the image's own
 * @param hosts domains under which it is reached
 * @param instances how many replicas; 0 disables it
 * @param cpu in cores
 * @param memoryBytes upper bound, in bytes
 */
public record Service(
        String name,
        Source source,
        OptionalInt port,
        OptionalInt expose,
        Optional<String> path,
        Optional<String> start,
        List<String> hosts,
        List<String> dependsOn,
        UpdateStrategy updateStrategy,
        int instances,
        Map<String, String> env,
        Map<String, SecretRef> secrets,
        OptionalDouble cpu,
        OptionalLong memoryBytes,
        List<Mount> volumes,
        Optional<Scale> scale,
        Optional<Health> health) {
    public Service {
        hosts = List.copyOf(hosts);
        dependsOn = List.copyOf(dependsOn);
        env = Collections.unmodifiableMap(new TreeMap<>(env));
        secrets = Collections.unmodifiableMap(new TreeMap<>(secrets));
        volumes = List.copyOf(volumes);
    }

    /** What the service's containers are made from. */
    public sealed interface Source {
        record Image(String reference) implements Source {}

        /** @param context folder, relative to the file */
        record Build(String context, Optional<String> dockerfile, Map<String, String> args, Optional<String> target)
                implements Source {
            public Build {
                args = Collections.unmodifiableMap(new TreeMap<>(args));
            }
        }

        /** A declared runtime: an image into which the service's {@code path} is put, and {@code install} is run. */
        record OnRuntime(
                String name, String image, Optional<String> install, Optional<String> start, Map<String, String> env)
                implements Source {
            public OnRuntime {
                env = Collections.unmodifiableMap(new TreeMap<>(env));
            }
        }
    }

    public enum UpdateStrategy {
        /** The old one stops, then the new one starts. */
        RECREATE,
        /** The new one is healthy before the old one stops. */
        ROLLING
    }

    /** @param source name of a volume, or a path on the host (begins with {@code /}, {@code ./} or {@code ../}) */
    public record Mount(String source, String target, boolean readOnly) {}

    /** @param cpuThreshold percent, 1 to 100 */
    public record Scale(int min, int max, int cpuThreshold) {}

    /** How to tell that a replica works. */
    public sealed interface Health {
        /** An HTTP path on the container's port that answers 200 to 399. */
        record Path(String path) implements Health {}

        /** A command that exits 0 inside the container. */
        record Command(String command) implements Health {}
    }
}
