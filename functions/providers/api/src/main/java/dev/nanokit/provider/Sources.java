package dev.nanokit.provider;

import dev.nanokit.engine.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the services that are built from source would be built from, as it lies on disk now. Read before compiling, so
 * that {@link Provider#compile} stays pure and a changed file still shows in the plan.
 *
 * @param digests by the service's name: digest of every file that its build would see
 * @param problems a folder that is missing or can't be read, with its place
 */
public record Sources(Map<String, String> digests, List<Problem> problems) {
    /** Nothing was read: what is built compiles without a digest, so that a changed file is not seen. */
    public static final Sources NONE = new Sources(Map.of(), List.of());

    public Sources {
        digests = Collections.unmodifiableMap(new TreeMap<>(digests));
        problems = List.copyOf(problems);
    }

    public Optional<String> digest(String service) {
        return Optional.ofNullable(digests.get(service));
    }
}
