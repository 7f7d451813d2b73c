package dev.nanokit.github.report;

import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.store.ComponentState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of an environment.
 *
 * @param components what state knows of each; for a fork, of its own alone
 */
public record EnvironmentStatus(
        String project, String environment, Map<String, ComponentState> components, List<HeldLock> locks, Instant now) {
    public EnvironmentStatus {
        components = Collections.unmodifiableMap(new TreeMap<>(components));
        locks = List.copyOf(locks);
    }
}
