package dev.nanokit.github.flow;

import java.time.Duration;
import java.util.List;

/**
 * The work can't go on in this process right now. What has been done is remembered: handled again when what it waits for
 * is there, it goes on from here. No failure, so nobody who handles failures may take it for one.
 */
public final class SuspendedException extends RuntimeException {
    private final transient Awaited awaited;

    /** What the work waits for. */
    public sealed interface Awaited {
        /** For so long, and nothing else. */
        record Time(Duration duration) implements Awaited {}

        /** For the end of runs of the stages, which go on side by side. */
        record Runs(List<AwaitedRun> runs) implements Awaited {
            public Runs {
                runs = List.copyOf(runs);
            }
        }
    }

    /** A run of the stages, by its name. */
    public record AwaitedRun(String run, Kind kind) {}

    /** Which of the workflows a run is. */
    public enum Kind {
        PLAN,
        APPLY,
        DESTROY
    }

    SuspendedException(Duration wait) {
        this(new Awaited.Time(wait));
    }

    SuspendedException(String run, Kind kind) {
        this(new Awaited.Runs(List.of(new AwaitedRun(run, kind))));
    }

    public SuspendedException(Awaited awaited) {
        super("goes on later: " + awaited, null, false, false);
        this.awaited = awaited;
    }

    public Awaited awaited() {
        return awaited;
    }
}
