package dev.nanokit.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.CrashContract;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.stages.world.Fate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Executions that are stopped, functions that are lost, and stages that run out of time, at every single step. */
class AslCrashTest extends CrashContract {
    @Override
    protected Site open(Path folder) {
        return new Site(folder, AslWorkflows::new);
    }

    @Test
    void functionThatIsLostAtAnyStepIsMadeUpFor() throws IOException {
        everyStep("lost", Fate::onceAtStep, (run, fate) -> {
            ApplyResult result = run.apply();
            assertThat(result).isInstanceOf(ApplyResult.Applied.class);
            return fate.struck();
        });
    }

    @Test
    void stageThatRunsOutOfTimeAtAnyStepEndsTheRunAndGivesTheLockBack() throws IOException {
        AtomicInteger ended = new AtomicInteger();
        everyStep("late", Fate::onceAtStep, (run, fate) -> {
            if (!endsInTime(run.by(parts -> new AslWorkflows(parts, "States.Timeout")))) {
                ended.incrementAndGet();
            }
            return fate.struck();
        });
        assertThat(ended.get()).isGreaterThan(50);
    }

    private static boolean endsInTime(Site.Run run) {
        try {
            ApplyResult result = run.apply();
            if (result instanceof ApplyResult.Incomplete incomplete) {
                assertThat(incomplete.cause()).isEqualTo(ApplyResult.Cause.FAILED);
                assertThat(incomplete.failed()).isNotEmpty();
                return false;
            }
            return true;
        } catch (RunFailedException e) {
            assertThat(e).hasMessageContaining("States.Timeout");
            return false;
        }
    }
}
