package dev.nanokit.cli.report;

import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.state.lock.HeldLock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What state remembers of an environment, and what is really there.
 *
 * @param component the component that the file names
 * @param repository the repository that owns it; empty before the first apply
 * @param commit the last commit that was applied whole
 * @param others the other components of the environment
 * @param unreachable why nobody could look what is really there; empty when somebody could
 * @param state where the state is kept
 */
public record StatusReport(
        String project,
        String environment,
        String component,
        Optional<String> repository,
        long serial,
        Optional<String> commit,
        List<Found> resources,
        List<OtherComponent> others,
        List<HeldLock> locks,
        Optional<Failure> unreachable,
        String state,
        Instant now) {
    public StatusReport {
        resources = List.copyOf(resources);
        others = List.copyOf(others);
        locks = List.copyOf(locks);
    }

    /** A recorded resource, with what became of it. */
    public record Found(RecordedResource recorded, Presence presence, Optional<String> providerId) {}

    public enum Presence {
        THERE("there"),
        GONE("gone"),
        UNKNOWN("not looked at"),
        /** A run died while it was being made; the next apply looks for it and goes on. */
        BEGUN("being made when a run stopped"),
        /** A run died while it was being deleted; the next apply goes on. */
        LEAVING("being deleted when a run stopped");

        private final String words;

        Presence(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Another component of the same environment. */
    public record OtherComponent(String name, String repository, long serial, int resources) {}
}
