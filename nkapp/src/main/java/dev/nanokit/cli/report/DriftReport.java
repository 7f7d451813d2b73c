package dev.nanokit.cli.report;

import dev.nanokit.engine.plan.Drift;
import dev.nanokit.state.lock.Holder;
import java.util.List;
import java.util.Optional;

/**
 * Whether a component is in an environment as it was applied.
 *
 * @param looked what was found; or why nobody could look
 */
public record DriftReport(String project, String environment, String component, Looked looked) {
    public sealed interface Looked {}

    /** Nothing of it has been applied there. */
    public record NeverApplied() implements Looked {}

    /**
     * @param commit the last that was applied whole; empty text where none was, or none is known
     * @param resources how many state knows
     * @param atWork who holds the environment's locks meanwhile
     * @param notes what the reader should know of how it was looked at
     * @param command what puts it back, ready to be typed
     */
    public record Found(
            String commit,
            long serial,
            int resources,
            Drift drift,
            List<Holder> atWork,
            List<String> notes,
            String command)
            implements Looked {
        public Found {
            atWork = List.copyOf(atWork);
            notes = List.copyOf(notes);
        }
    }

    public record Unknown(Failure failure) implements Looked {}

    public Optional<Found> found() {
        return looked instanceof Found found ? Optional.of(found) : Optional.empty();
    }
}
