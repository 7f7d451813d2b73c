package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplyProgressTest {
    private final Plan plan = Samples.plan();
    private final List<Change> changes = plan.changes().toList();

    @Test
    void aRunThatWaitsIsQueuedUntilTheLockIsItsOwn() {
        ApplyProgress waiting =
                ApplyProgress.BEGUN.after(new RunEvent.WaitingForLock(Samples.blocked(), Duration.ofSeconds(3)));
        assertThat(check(waiting).status()).isEqualTo(Status.QUEUED);
        assertThat(check(waiting).summary()).contains("Shared modules are being initialized…", "`@grace`");

        ApplyProgress granted = waiting.after(acquired(false));
        assertThat(check(granted).status()).isEqualTo(Status.IN_PROGRESS);
        assertThat(check(granted).summary()).doesNotContain("taken over");
    }

    @Test
    void aTakeoverSaysFromWhom() {
        assertThat(check(ApplyProgress.BEGUN.after(acquired(true))).summary())
                .contains("taken over from `linus@laptop (pid 4711)` (nkapp up)");
    }

    @Test
    void waitingForSharedInfrastructureIsQueuedToo() {
        assertThat(check(ApplyProgress.BEGUN.after(
                                new RunEvent.WaitingForShared("network/backend is missing", Duration.ZERO)))
                        .status())
                .isEqualTo(Status.QUEUED);
    }

    @Test
    void eachChangeShowsHowFarItIs() {
        ApplyProgress progress = ApplyProgress.BEGUN
                .after(new RunEvent.Planned(plan))
                .after(new RunEvent.WaveStarted(plan, 1, 2))
                .after(new RunEvent.ChangeStarted(changes.get(0)))
                .after(new RunEvent.ChangeDone(changes.get(0), Duration.ofMillis(1_250)))
                .after(new RunEvent.ChangeStarted(changes.get(1)))
                .after(new RunEvent.ChangeRetried(changes.get(1), "429 too many requests", Duration.ofSeconds(7)))
                .after(new RunEvent.ChangeStarted(changes.get(2)))
                .after(new RunEvent.ChangeFailed(changes.get(2), "no such driver", Duration.ofMillis(80)));

        assertThat(progress.done()).isEqualTo(1);
        assertThat(check(progress).title()).isEqualTo("Applying wave 1 of 2 · production");
        assertThat(check(progress).summary())
                .contains("1 of 4 changes are done.")
                .contains("✅ " + ChangeBlock.words(changes.get(0)) + " · 1.3 s")
                .contains("⏳ " + ChangeBlock.words(changes.get(1)) + " · 429 too many requests; tried again in 7 s")
                .contains("❌ " + ChangeBlock.words(changes.get(2)) + " · no such driver")
                .contains("⬜ " + ChangeBlock.words(changes.get(3)));
    }

    private static RunEvent acquired(boolean takenOver) {
        LockRequest request = new LockRequest(
                new EnvironmentId("1", "shop", "production"),
                "main",
                LockRequest.InfraAccess.WRITE,
                Samples.GRACE,
                "run-1",
                Duration.ofMinutes(2));
        return new RunEvent.LockAcquired(new LockGrant(request, 3, 5, takenOver ? Samples.LINUS : null));
    }

    private static CheckRun check(ApplyProgress progress) {
        return CheckRenderer.render(Samples.SUBJECT, new CheckState.Applying(progress, Samples.NOW));
    }
}
