package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.flow.world.Fate;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.webhook.trigger.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a killed process leaves behind. Nobody waits here for a lease of half an hour to run out. */
class DeadRunsTest extends InATown {
    private static final Duration LONG = Duration.ofMinutes(30);

    private String head;
    private Trigger apply;

    @BeforeEach
    void plan() throws InterruptedException {
        town.lease(LONG);
        town.main(file("comment", "nginx:1"));
        head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        apply = town.comment(12, "ada", "/nanokit apply");
    }

    /** The process dies while it changes something, with the lock as it was then. */
    private void killDuringTheChange() {
        town.provider.atChange(() -> {
            town.kill();
            return null;
        });
        assertThatThrownBy(() -> town.deliver(apply)).isInstanceOf(Fate.KilledError.class);
        town.provider.atChange(() -> null);
        town.restart();
        assertThat(town.locks().list(Town.PRODUCTION)).isNotEmpty();
    }

    @Test
    void closingFreesTheLocksOfAnApplyWhoseProcessDied() throws Exception {
        killDuringTheChange();

        town.deliver(town.closed(12, false));
        town.deliver(town.closed(12, false));

        assertThat(town.locks().list(Town.PRODUCTION)).isEmpty();
        assertThat(town.check(head).title()).isEqualTo("Cut short · production");
        assertThat(town.check(head).conclusion()).contains(Conclusion.FAILURE);
        assertThat(town.store().auditTrail(Town.PRODUCTION, 10))
                .anySatisfy(entry -> assertThat(entry.detail()).isEqualTo("died: @ada (apply of #12)"));
    }

    @Test
    void closingLeavesTheLocksOfOthersAlone() throws Exception {
        Holder grace = new Holder("@grace", "apply of #41", "https://github.example/acme/shop/pull/41", Instant.now());
        town.locks()
                .acquire(
                        new LockRequest(Town.PRODUCTION, "main", InfraAccess.WRITE, grace, "theirs", LONG),
                        Sighting.NONE);

        town.deliver(town.closed(12, false));

        assertThat(town.locks().list(Town.PRODUCTION))
                .flatExtracting(HeldLock::holders)
                .containsOnly(grace);
    }

    @Test
    void closingWaitsForAnApplyThatIsAliveAndNeverFreesItsLock() throws Exception {
        CountDownLatch changing = new CountDownLatch(1);
        CountDownLatch mayGoOn = new CountDownLatch(1);
        town.provider.atChange(() -> {
            changing.countDown();
            mayGoOn.await();
            assertThat(town.locks().list(Town.PRODUCTION)).isNotEmpty();
            return null;
        });
        try (ExecutorService server = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> applying = server.submit(() -> deliver(apply));
            changing.await();
            Trigger closed = town.closed(12, false);
            town.app().arrived(closed);
            Future<?> closing = server.submit(() -> deliver(closed));
            mayGoOn.countDown();
            applying.get();
            closing.get();
        }

        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.cloud.contents()).hasSize(1);
    }

    @Test
    void applyThatIsGoneOnWithDoesNotWaitForTheLeaseOfItsDeadPart() throws Exception {
        killDuringTheChange();

        town.deliver(apply);

        assertThat(town.check(head).title()).isEqualTo("Applied +0 ~0 -0 •1 · production");
        assertThat(town.cloud.made()).isEqualTo(1);
    }

    @Test
    void restOfAnApplyIsNoConsentToANewerCommit() throws Exception {
        killDuringTheChange();
        String newer = town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        Trigger pushed = town.changed(12, Trigger.Change.SYNCHRONIZED);
        town.app().arrived(pushed);

        town.app().handle(apply);
        assertThat(town.check(newer).title()).startsWith("The plan has changed");
        town.deliver(pushed);

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
        assertThat(town.check(newer).title()).startsWith("+0 ~").endsWith("· production");
        assertThat(town.check(head).title()).startsWith("Superseded by");
    }

    @Test
    void freedLockIsThereForTheNextOne() throws Exception {
        killDuringTheChange();
        town.deliver(town.closed(12, false));

        LockRequest next = new LockRequest(
                Town.PRODUCTION,
                "main",
                InfraAccess.WRITE,
                new Holder("grace@laptop", "nkapp up", "", Instant.now()),
                "theirs",
                LONG);
        assertThat(town.locks().acquire(next, Sighting.NONE)).isInstanceOf(Acquisition.Granted.class);
    }

    private Void deliver(Trigger trigger) throws InterruptedException {
        town.deliver(trigger);
        return null;
    }
}
