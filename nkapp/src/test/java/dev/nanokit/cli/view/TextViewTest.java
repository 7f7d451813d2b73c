package dev.nanokit.cli.view;

import static dev.nanokit.cli.Samples.ADA;
import static dev.nanokit.cli.Samples.BOB;
import static dev.nanokit.cli.Samples.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Golden;
import dev.nanokit.cli.Samples;
import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.report.Examination;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.LockReport;
import dev.nanokit.cli.report.RunReport;
import dev.nanokit.cli.report.RunReport.Kind;
import dev.nanokit.cli.report.RunReport.PublishedUrl;
import dev.nanokit.cli.report.RunReport.Target;
import dev.nanokit.cli.report.StatusReport;
import dev.nanokit.cli.report.StatusReport.Found;
import dev.nanokit.cli.report.StatusReport.OtherComponent;
import dev.nanokit.cli.report.StatusReport.Presence;
import dev.nanokit.cli.report.Validation;
import dev.nanokit.cli.report.Validation.Checked;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Guard;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.state.lock.HeldLock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people read. Each text is kept as a golden file. */
class TextViewTest {
    private static final Target UP = new Target("shop", "local", "main", Kind.UP);
    private static final Problem TYPO = Problem.error(
            new Place("nanokit.yml", 7, 5),
            "unknown key 'imge' in services/web",
            "services have no such key",
            "did you mean 'image'?");

    @Test
    void aPlanIsShownBySectionsWithReasonsFieldsWarningsAndGuards() {
        Golden.assertSame("plan.txt", new PlanText(Style.PLAIN).of(Samples.fullPlan()));
    }

    @Test
    void aPlanHasColoursOnATerminal() {
        Golden.assertSame(
                "plan-coloured.txt",
                new PlanText(Style.COLOURED).of(Samples.fullPlan()).replace("\u001b", "<esc>"));
    }

    @Test
    void aPlanOfNothingSaysSo() {
        Golden.assertSame("plan-empty.txt", new PlanText(Style.PLAIN).of(Samples.emptyPlan()));
    }

    @Test
    void aPlanThatWaitsForSharedInfrastructureSaysSo() {
        Golden.assertSame("plan-blocked.txt", new PlanText(Style.PLAIN).of(Samples.blockedPlan()));
    }

    @Test
    void manyUnchangedResourcesAreCounted() {
        List<Change.NoOp> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(Samples.unchanged());
        }
        Plan plan = Samples.plan(List.of(List.of(Samples.updateWeb())), many);

        assertThat(new PlanText(Style.PLAIN).of(plan))
                .contains("  • 1000 more stay as they are\n")
                .contains("Plan: 1 to update, 1000 unchanged.")
                .doesNotContain("image web");
    }

    @Test
    void noSecretIsInAPlan() {
        assertThat(new PlanText(Style.PLAIN).of(Samples.fullPlan()))
                .contains("env.API_KEY: (sensitive) → (sensitive)")
                .doesNotContain("hmac-sha256");
    }

    @Test
    void whoeverIsBlockedReadsByWhomSinceWhenHowLongAndHowToClearIt() {
        Blockade blockade =
                new Blockade(Samples.blocked(), "nkapp infra unlock --env local", Duration.ofSeconds(2), NOW);

        Golden.assertSame("blocked.txt", new LockText(Style.PLAIN).blocked(blockade));
    }

    @Test
    void aRunThatGivesUpWaitingSaysHowToWaitLonger() {
        Blockade blockade = new Blockade(Samples.blocked(), "nkapp infra unlock --env local", Duration.ZERO, NOW);

        Golden.assertSame(
                "up-blocked.txt", run(new ApplyResult.Blocked(Samples.blocked()), Map.of(), Optional.of(blockade)));
    }

    @Test
    void aRunThatIsThroughTellsWhatItDidAndWhereServicesAre() {
        Golden.assertSame(
                "up-applied.txt",
                new RunText(Style.PLAIN)
                        .of(new RunReport(
                                UP,
                                new ApplyResult.Applied(Samples.fullPlan(), Duration.ofMillis(12_340)),
                                Map.of(),
                                List.of(
                                        new PublishedUrl("api", "http://localhost:9000"),
                                        new PublishedUrl("web-shop", "http://localhost:8080")),
                                "nkapp up --env local",
                                Optional.empty())));
    }

    @Test
    void aRunWithNothingToDoSaysSo() {
        Golden.assertSame(
                "up-nothing.txt",
                run(new ApplyResult.Applied(Samples.emptyPlan(), Duration.ZERO), Map.of(), Optional.empty()));
    }

    @Test
    void aRunThatFailedTellsWhatIsDoneWhatFailedAndWhatIsLeft() {
        ApplyResult failed = new ApplyResult.Incomplete(
                Samples.fullPlan(),
                List.of(Samples.createNetwork()),
                List.of(new ApplyResult.Failure(
                        Samples.updateWeb(),
                        "the image nginx:1.27 is not there",
                        "see that the name is right: docker pull nginx:1.27")),
                List.of(Samples.deleteOld()),
                Cause.FAILED);

        Golden.assertSame("up-failed.txt", run(failed, Map.of(), Optional.empty()));
    }

    @Test
    void aCancelledRunTellsWhatWasLeft() {
        ApplyResult cancelled = new ApplyResult.Incomplete(
                Samples.fullPlan(),
                List.of(Samples.createNetwork()),
                List.of(),
                List.of(Samples.updateWeb(), Samples.deleteOld()),
                Cause.CANCELLED);

        Golden.assertSame("up-cancelled.txt", run(cancelled, Map.of(), Optional.empty()));
    }

    @Test
    void aRunWhoseLockWasClearedSaysSo() {
        ApplyResult lost = new ApplyResult.Incomplete(
                Samples.fullPlan(), List.of(), List.of(), List.of(Samples.updateWeb()), Cause.LOCK_LOST);

        Golden.assertSame("up-lock-lost.txt", run(lost, Map.of(), Optional.empty()));
    }

    @Test
    void whatWouldLoseDataIsNamed() {
        Plan plan = Samples.fullPlan();
        Guard volume = new Guard(new ResourceKey("volume", "uploads"), Action.DELETE, "all files in it would be lost");

        Golden.assertSame(
                "up-guarded.txt",
                run(
                        new ApplyResult.Guarded(plan, List.of(plan.guards().getFirst(), volume)),
                        Map.of(),
                        Optional.empty()));
    }

    @Test
    void anOvertakenPlanIsShownAsItIsNow() {
        Golden.assertSame(
                "up-stale.txt",
                run(
                        new ApplyResult.Stale(Samples.plan(List.of(List.of(Samples.deleteOld())), List.of())),
                        Map.of(),
                        Optional.empty()));
    }

    @Test
    void missingSharedInfrastructureIsAWait() {
        Golden.assertSame(
                "up-not-ready.txt",
                run(
                        new ApplyResult.NotReady(Samples.blockedPlan(), "nobody has made the infrastructure yet"),
                        Map.of(),
                        Optional.empty()));
    }

    @Test
    void locksAreListedWithWhoWaits() {
        LockReport report = new LockReport(
                "shop",
                "local",
                List.of(
                        new HeldLock("infra", true, List.of(ADA), 7, List.of(BOB)),
                        new HeldLock("component main", true, List.of(ADA), 5, List.of())),
                NOW);

        Golden.assertSame("locks.txt", new LockText(Style.PLAIN).held(report));
        Golden.assertSame("unlocked.txt", new LockText(Style.PLAIN).cleared(report));
    }

    @Test
    void whereNothingIsLockedThatIsSaid() {
        LockReport none = new LockReport("shop", "local", List.of(), NOW);

        assertThat(new LockText(Style.PLAIN).held(none))
                .isEqualTo("Nobody holds or waits for a lock of shop in local.\n");
        assertThat(new LockText(Style.PLAIN).cleared(none))
                .isEqualTo("Nothing was locked: no lock of shop in local was held.\n");
    }

    @Test
    void statusTellsWhatIsRememberedAndWhatIsThere() {
        Golden.assertSame(
                "status.txt",
                new StatusText(Style.PLAIN)
                        .of(status(
                                List.of(
                                        found("network", "default", Section.INFRASTRUCTURE, Presence.THERE),
                                        found("container", "web-1", Section.SERVICES, Presence.GONE),
                                        found("container", "web-2", Section.SERVICES, Presence.BEGUN)),
                                Optional.empty())));
    }

    @Test
    void statusWithoutAnEngineTellsWhatIsRemembered() {
        Golden.assertSame(
                "status-unreachable.txt",
                new StatusText(Style.PLAIN)
                        .of(status(
                                List.of(found("container", "web-1", Section.SERVICES, Presence.UNKNOWN)),
                                Optional.of(Failure.failed(
                                        "provider/unreachable",
                                        "the Docker engine at unix:///var/run/docker.sock does not answer",
                                        "",
                                        "start it: systemctl start docker")))));
    }

    @Test
    void problemsOfAFileAreNamedOnceWithTheEnvironmentsThatHaveThem() {
        Problem warning = Problem.warning(
                new Place("nanokit.yml", 12, 3), "volume 'uploads': the size is not enforced", "", "leave it out");

        Golden.assertSame(
                "validate-invalid.txt",
                new ValidationText(Style.PLAIN)
                        .of(new Validation(
                                "nanokit.yml",
                                "shop",
                                List.of(
                                        new Checked("local", "docker", List.of(warning)),
                                        new Checked("production", "", List.of(TYPO, warning))),
                                List.of())));
        Golden.assertSame(
                "validate-valid.txt",
                new ValidationText(Style.PLAIN)
                        .of(new Validation(
                                "nanokit.yml",
                                "shop",
                                List.of(
                                        new Checked("local", "docker", List.of()),
                                        new Checked("production", "docker", List.of(warning))),
                                List.of())));
    }

    @Test
    void aFailureSaysWhatWhyAndWhatToDo() {
        Golden.assertSame(
                "failure.txt",
                new FailureText(Style.PLAIN)
                        .of(Failure.failed(
                                "stale-plan",
                                "plan.json is no longer what would be done",
                                "the serial was 3 and is 4 now\ncontainer web: was 'update', now 'no-op'",
                                "plan again",
                                "or look at it: nkapp plan")));
        Golden.assertSame(
                "failure-invalid-file.txt",
                new FailureText(Style.PLAIN)
                        .of(new Failure(
                                ExitStatus.USAGE,
                                "invalid-file",
                                "nanokit.yml has an error:",
                                "",
                                List.of(),
                                List.of(TYPO))));
    }

    @Test
    void doctorSaysWhatToDo() {
        Golden.assertSame(
                "doctor.txt",
                new ExaminationText(Style.PLAIN)
                        .of(new Examination(List.of(
                                new Finding("java", Verdict.GOOD, "25.0.3 in /usr/lib/jvm/25", ""),
                                new Finding("git", Verdict.DOUBTFUL, "no checkout", "git init"),
                                new Finding(
                                        "docker", Verdict.BAD, "does not answer", "start it\nor set DOCKER_HOST")))));
    }

    private static String run(ApplyResult ending, Map<ResourceKey, Duration> took, Optional<Blockade> blockade) {
        return new RunText(Style.PLAIN)
                .of(new RunReport(UP, ending, took, List.of(), "nkapp up --env local", blockade));
    }

    private static Found found(String type, String name, Section section, Presence presence) {
        return new Found(
                Samples.recorded(type, name, section, Phase.READY), presence, Optional.of(Samples.CONTAINER_ID));
    }

    private static StatusReport status(List<Found> found, Optional<Failure> unreachable) {
        return new StatusReport(
                "shop",
                "local",
                "main",
                Optional.of("code.example/acme/shop"),
                3,
                Optional.of("1a2b3c4d5e6f"),
                found,
                List.of(new OtherComponent("api", "code.example/acme/api", 2, 4)),
                List.of(new HeldLock("infra", true, List.of(ADA), 7, List.of())),
                unreachable,
                "sqlite:///home/ada/.local/state/nanokit/state.db",
                NOW);
    }
}
