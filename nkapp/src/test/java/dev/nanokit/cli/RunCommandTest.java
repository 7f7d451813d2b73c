package dev.nanokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.LockGrant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} and {@code destroy}: what is asked, what is agreed to, and what is told. */
class RunCommandTest {
    private static final String FILE =
            "name: shop\nservices:\n  web: { image: \"nginx:1.27\", port: 8080, expose: 80 }\n";
    private static final Plan CHANGES = Samples.plan(List.of(List.of(Samples.updateWeb())), List.of());

    @TempDir
    private Path folder;

    private final TestBackend backend = new TestBackend();
    private Typed nkapp;

    @BeforeEach
    void writeFile() {
        nkapp = new Typed(folder, variables -> backend).file("nanokit.yml", FILE);
    }

    @Test
    void whatIsAgreedToIsThePlanThatWasShown() {
        backend.plans(CHANGES).ends(new ApplyResult.Applied(CHANGES, Duration.ofSeconds(3)));

        Typed.Outcome outcome = nkapp.answering("yes").run("up", "--no-color");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out())
                .contains("~ container web-1", "Apply this to shop in local? [y/N]", "1 updated in 3.0s.")
                .contains("web  http://localhost:8080");
        assertThat(backend.applied().getFirst().approvedDigest()).contains(CHANGES.digest());
    }

    @Test
    void anyOtherAnswerChangesNothing() {
        backend.plans(CHANGES);

        for (String answer : new String[] {"", "n", "no", "maybe"}) {
            Typed.Outcome outcome = nkapp.answering(answer).run("up");
            assertThat(outcome.status()).isEqualTo(1);
            assertThat(outcome.err()).contains("nothing was changed");
        }
        assertThat(backend.applied()).isEmpty();
    }

    @Test
    void whereNobodyCanBeAskedNothingIsChanged() {
        backend.plans(CHANGES);

        Typed.Outcome outcome = nkapp.run("up");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("can't ask", "nkapp up -y");
        assertThat(backend.applied()).isEmpty();
    }

    @Test
    void withJsonNobodyIsAskedEvenOnATerminal() {
        backend.plans(CHANGES);

        Typed.Outcome outcome = nkapp.answering("yes").run("up", "--json");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.out()).contains("\"code\": \"usage\"");
        assertThat(backend.applied()).isEmpty();
    }

    @Test
    void whoAgreesBeforehandAgreesToThePlanUnderTheLockAndSeesIt() {
        backend.ends(
                new ApplyResult.Applied(CHANGES, Duration.ofMillis(400)),
                new RunEvent.Planned(CHANGES),
                new RunEvent.WaveStarted(CHANGES, 1, 1),
                new RunEvent.ChangeStarted(Samples.updateWeb()),
                new RunEvent.ChangeDone(Samples.updateWeb(), Duration.ofMillis(340)));

        Typed.Outcome outcome = nkapp.run("up", "-y");

        Golden.assertSame("command-up.txt", outcome.out());
        assertThat(backend.planned()).isEmpty();
        assertThat(backend.applied().getFirst().approvedDigest()).isEmpty();
        assertThat(backend.applied().getFirst().holder().who()).isEqualTo("ada@laptop (pid 4711)");
    }

    @Test
    void withJsonThereIsOneResultAndProgressGoesToStandardError() {
        backend.ends(
                new ApplyResult.Applied(CHANGES, Duration.ofMillis(400)),
                new RunEvent.ChangeStarted(Samples.updateWeb()),
                new RunEvent.ChangeDone(Samples.updateWeb(), Duration.ofMillis(340)));

        Typed.Outcome outcome = nkapp.run("up", "-y", "--json");

        Golden.assertSame("command-up.json", outcome.out());
        assertThat(outcome.err()).isEqualTo("… container web-1  updating\n✓ container web-1  updated  0.3s\n");
    }

    @Test
    void everyEndingHasItsJson() {
        ApplyResult failed = new ApplyResult.Incomplete(
                Samples.fullPlan(),
                List.of(Samples.createNetwork()),
                List.of(new ApplyResult.Failure(Samples.updateWeb(), "no such image", "pull it")),
                List.of(Samples.deleteOld()),
                Cause.FAILED);

        Golden.assertSame("command-up-failed.json", backendEnds(failed));
        Golden.assertSame("command-up-blocked.json", backendEnds(new ApplyResult.Blocked(Samples.blocked())));
        Golden.assertSame(
                "command-up-guarded.json",
                backendEnds(new ApplyResult.Guarded(
                        Samples.fullPlan(), Samples.fullPlan().guards())));
        assertThat(backendEnds(new ApplyResult.Stale(CHANGES))).contains("\"result\": \"stale\"");
        assertThat(backendEnds(new ApplyResult.NotReady(Samples.blockedPlan(), "nobody made it")))
                .contains("\"result\": \"not-ready\"", "Shared modules are being initialized…");
    }

    @Test
    void whoeverIsBlockedIsToldAndWaitsAsLongAsHeSays() {
        backend.ends(
                new ApplyResult.Blocked(Samples.blocked()),
                new RunEvent.WaitingForLock(Samples.blocked(), Duration.ZERO),
                new RunEvent.WaitingForLock(Samples.blocked(), Duration.ofSeconds(2)));

        Typed.Outcome outcome = nkapp.run("up", "-y", "--wait", "5m");

        assertThat(outcome.status()).isEqualTo(3);
        assertThat(backend.applied().getFirst().lockWait()).isEqualTo(Duration.ofMinutes(5));
        assertThat(outcome.out())
                .startsWith("Shared modules are being initialized…\n  held by   ada@laptop (pid 4711)");
        assertThat(outcome.out()).contains("nkapp infra unlock --env local\n");
    }

    @Test
    void theCommandThatUnlocksNamesTheFileWhereTheUserDid() {
        backend.ends(new ApplyResult.Blocked(Samples.blocked()));
        nkapp.file("my shop.yml", FILE);

        assertThat(nkapp.run("up", "-y", "-f", "my shop.yml", "-e", "local").out())
                .contains("nkapp infra unlock --env local --file 'my shop.yml'\n");
    }

    @Test
    void withoutAWaitARunGivesUpAtOnce() {
        backend.ends(new ApplyResult.Blocked(Samples.blocked()));
        nkapp.run("up", "-y");

        assertThat(backend.applied().getFirst().lockWait()).isZero();
    }

    @Test
    void beforeAskingARunWaitsForSharedInfrastructure() {
        backend.plans(Samples.blockedPlan())
                .plans(Samples.blockedPlan())
                .plans(CHANGES)
                .ends(new ApplyResult.Applied(CHANGES, Duration.ZERO));

        Typed.Outcome outcome = nkapp.answering("y").run("up", "--wait", "1m", "--no-color");

        assertThat(outcome.status()).isZero();
        assertThat(nkapp.paused()).isEqualTo(Duration.ofSeconds(4));
        assertThat(outcome.out()).contains("Shared modules are being initialized…", "Apply this to shop in local?");
    }

    @Test
    void aLockThatWasTakenOverIsMentioned() {
        backend.ends(
                new ApplyResult.Applied(CHANGES, Duration.ZERO),
                new RunEvent.LockAcquired(new LockGrant(null, 2, 2, Samples.ADA)));

        assertThat(nkapp.run("up", "-y").out())
                .contains("! Took the lock over from ada@laptop (pid 4711), nkapp up, whose lease had run out.\n");
    }

    @Test
    void ctrlCFinishesWhatIsUnderWay() {
        ApplyResult cancelled = new ApplyResult.Incomplete(
                CHANGES, List.of(), List.of(), List.of(Samples.updateWeb()), Cause.CANCELLED);
        backend.ends(cancelled).meanwhile(asked -> {
            assertThat(asked.getAsBoolean()).isFalse();
            nkapp.pressCtrlC();
            assertThat(asked.getAsBoolean()).isTrue();
        });

        Typed.Outcome outcome = nkapp.run("up", "-y");

        assertThat(outcome.status()).isEqualTo(130);
        assertThat(outcome.out()).contains("Press Ctrl-C again to stop at once.", "not begun: container web-1");
    }

    @Test
    void ctrlCEndsAWait() {
        backend.ends(new ApplyResult.Blocked(Samples.blocked())).meanwhile(asked -> nkapp.pressCtrlC());

        Typed.Outcome outcome = nkapp.run("up", "-y", "--wait", "5m");

        assertThat(outcome.status()).isEqualTo(130);
        assertThat(outcome.err()).contains("cancelled while waiting: nothing was changed");
    }

    @Test
    void theCommandThatGoesOnNamesTheServices() {
        backend.ends(
                new ApplyResult.Guarded(Samples.fullPlan(), Samples.fullPlan().guards()));

        assertThat(nkapp.run("up", "web", "-y").out()).contains("nkapp up web --env local --force");
    }

    @Test
    void dataIsNeverLostWithoutForce() {
        backend.plans(Samples.fullPlan());

        Typed.Outcome outcome = nkapp.answering("yes").run("destroy", "--no-color");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.out())
                .contains("all data of the database 'orders' would be lost", "nkapp destroy --env local --force");
        assertThat(backend.applied()).isEmpty();
    }

    @Test
    void aDestroyIsAskedForByName() {
        backend.plans(Samples.fullPlan()).ends(new ApplyResult.Applied(Samples.fullPlan(), Duration.ZERO));

        Typed.Outcome outcome = nkapp.answering("y").run("destroy", "--force", "--no-color");

        assertThat(outcome.out())
                .contains("Destroy all of shop in local? [y/N]")
                .doesNotContain("http://localhost");
        assertThat(backend.applied().getFirst().force()).isTrue();
        assertThat(backend.applied().getFirst().plan().destroy()).isTrue();
        assertThat(backend.applied().getFirst().holder().what()).isEqualTo("nkapp destroy");
    }

    @Test
    void aSavedPlanIsAppliedWhileItIsCurrent() {
        backend.plans(CHANGES).ends(new ApplyResult.Applied(CHANGES, Duration.ZERO));
        nkapp.run("plan", "--output", "plan.json");

        Typed.Outcome outcome = nkapp.run("up", "--plan", "plan.json", "-y");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(backend.applied().getFirst().approvedDigest()).contains(CHANGES.digest());
    }

    @Test
    void aSavedPlanThatIsOvertakenIsRefusedAndSaysWhatChanged() {
        backend.plans(CHANGES).ends(new ApplyResult.Stale(later()));
        nkapp.run("plan", "--output", "plan.json");

        Typed.Outcome outcome = nkapp.run("up", "--plan", "plan.json", "-y");

        assertThat(outcome.status()).isEqualTo(1);
        Golden.assertSame("command-up-overtaken.txt", outcome.err());
    }

    @Test
    void aSavedPlanIsComparedBeforeAnybodyIsAsked() {
        backend.plans(CHANGES).plans(later());
        nkapp.run("plan", "--output", "plan.json");

        Typed.Outcome outcome = nkapp.answering("yes").run("up", "--plan", "plan.json");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("the serial was 3 and is 4 now");
        assertThat(backend.applied()).isEmpty();
    }

    @Test
    void aPlanForAnotherPlaceIsRefused() {
        nkapp.file("plan.json", PlanJson.write(CHANGES));

        Typed.Outcome outcome = nkapp.run("up", "--plan", "plan.json", "-e", "stage", "-y");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("is a plan for shop in local (component main), not for shop in stage");
    }

    @Test
    void whatIsNoPlanIsRefused() {
        nkapp.file("a.json", "{}").file("b.json", "{").file("c.json", "[1]");

        assertThat(nkapp.run("up", "--plan", "a.json", "-y").err()).contains("a.json is not a plan");
        assertThat(nkapp.run("up", "--plan", "b.json", "-y").err()).contains("b.json is not a plan", "not JSON");
        assertThat(nkapp.run("up", "--plan", "c.json", "-y").err()).contains("c.json is not a plan");
        assertThat(backend.applied()).isEmpty();
    }

    private String backendEnds(ApplyResult result) {
        backend.ends(result);
        return nkapp.run("up", "-y", "--json").out();
    }

    private static Plan later() {
        return new Plan(
                "another",
                "shop",
                "local",
                "main",
                CHANGES.commit(),
                4,
                List.of(List.of(Samples.createNetwork())),
                List.of(Samples.unchanged()),
                List.of(),
                List.of(),
                Optional.empty(),
                "sha256:other");
    }
}
