package dev.nanokit.github.flow;

import dev.nanokit.github.flow.SuspendedException.Awaited;
import dev.nanokit.github.flow.SuspendedException.AwaitedRun;
import dev.nanokit.github.flow.Turns.Work;
import java.util.ArrayList;
import java.util.List;

/** Several things that need not wait for each other: what each has to wait for is waited for together. */
final class Suspensions {
    private final List<AwaitedRun> runs = new ArrayList<>();

    /** Does it, as far as it goes now. */
    void begin(Work work) throws InterruptedException {
        try {
            work.run();
        } catch (SuspendedException e) {
            if (!(e.awaited() instanceof Awaited.Runs(List<AwaitedRun> more))) {
                throw e;
            }
            runs.addAll(more);
        }
    }

    /** @throws SuspendedException when any of them has to wait */
    void await() {
        if (!runs.isEmpty()) {
            throw new SuspendedException(new Awaited.Runs(runs));
        }
    }
}
