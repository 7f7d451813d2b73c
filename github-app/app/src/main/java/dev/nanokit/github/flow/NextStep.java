package dev.nanokit.github.flow;

import dev.nanokit.github.flow.SuspendedException.Awaited;
import dev.nanokit.github.flow.SuspendedException.AwaitedRun;
import java.time.Duration;
import java.util.List;

/** What a piece of work needs next. */
public sealed interface NextStep {
    /** What suspended work waits for. */
    static NextStep after(SuspendedException suspended) {
        return switch (suspended.awaited()) {
            case Awaited.Runs(List<AwaitedRun> runs) -> new AwaitRuns(runs);
            case Awaited.Time(Duration duration) -> new Pause(duration);
        };
    }

    /** Nothing: it is done. */
    record Done() implements NextStep {}

    /** That these runs of the stages come to their ends; then it is to be handled again. */
    record AwaitRuns(List<AwaitedRun> runs) implements NextStep {}

    /** To be handled again after so long. */
    record Pause(Duration duration) implements NextStep {}
}
