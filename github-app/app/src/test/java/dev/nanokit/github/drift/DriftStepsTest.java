package dev.nanokit.github.drift;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.github.flow.NextStep;
import dev.nanokit.github.flow.SuspendedException.AwaitedRun;
import dev.nanokit.github.flow.SuspendedException.Kind;
import dev.nanokit.github.flow.world.FakeIssues;
import dev.nanokit.github.flow.world.FakeIssues.Issue;
import dev.nanokit.github.flow.world.Fate;
import dev.nanokit.github.flow.world.Town;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A round whose plans are made elsewhere. */
@Timeout(120)
class DriftStepsTest {
    private static final Owner API = new Owner("shop", "production", "api");
    private static final Owner WEB = new Owner("shop", "production", "web");
    private static final ResourceKey SERVICE = ResourceKey.parse("service/web");
    private static final Duration DUE = Duration.ofMillis(1);

    @TempDir
    private Path folder;

    private Town town;
    private FakeIssues issues;

    @BeforeEach
    void twoComponentsAreApplied() throws Exception {
        town = new Town(folder);
        issues = new FakeIssues(town.github);
        String head = town.github.push(
                "main",
                Map.of(
                        "api/nanokit.yml", file("merge", "api:1") + "component: api\n",
                        "web/nanokit.yml", file("merge", "web:1") + "component: web\n"));
        town.deliver(town.pushed("main", head));
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void eachComponentIsPlannedElsewhereAndToldOf() throws Exception {
        town.cloud.changeByHand(API, SERVICE, "api:broken");
        town.cloud.removeByHand(WEB, SERVICE);

        assertThat(looks("round-1", 2)).allSatisfy(run -> {
            assertThat(run.kind()).isEqualTo(Kind.PLAN);
            assertThat(run.run()).as("names an execution").matches("[A-Za-z0-9_-]{1,80}");
        });

        assertThat(issues.all())
                .extracting(Issue::title)
                .containsExactlyInAnyOrder(
                        "Drift in production / api: 1 changed by hand", "Drift in production / web: 1 removed by hand");
    }

    @Test
    void aStepThatIsTakenTwiceAsksForNoOtherPlan() {
        NextStep first = step("round-1", List.of());

        assertThat(step("round-1", List.of())).isEqualTo(first).isInstanceOf(NextStep.AwaitRuns.class);
    }

    @Test
    void twoRoundsAtATimeLookAtDifferentComponents() {
        assertThat(step("round-1", List.of())).isNotEqualTo(step("round-2", List.of()));
    }

    @Test
    void anotherRoundPlansAnew() throws Exception {
        List<AwaitedRun> first = looks("round-1", 2);
        town.cloud.changeByHand(API, SERVICE, "api:broken");

        assertThat(looks("round-2", 2)).doesNotContainAnyElementsOf(first);

        assertThat(issues.all()).hasSize(1);
    }

    @Test
    void aPlanThatFailedTouchesNoIssueAndTheRoundGoesOn() throws Exception {
        town.cloud.changeByHand(API, SERVICE, "api:broken");
        town.provider.down(true);

        looks("round-1", 2);

        assertThat(issues.all()).isEmpty();
        assertThat(town.log()).contains("\"verdict\":\"unknown\"", "the engine does not answer");
    }

    @Test
    void whileGitHubIsDownTheRoundWaits() {
        town.github.fate(Fate.at(1, Fate.Kind.OUTAGE));

        assertThat(step("round-1", List.of())).isEqualTo(new NextStep.Pause(Duration.ofMinutes(5)));
    }

    @Test
    void whereNothingIsDueTheRoundIsOver() {
        assertThat(new DriftSteps(town.ports(), issues, town.runs()).step("round-1", Duration.ofDays(1), List.of()))
                .isEqualTo(new NextStep.Done());
    }

    /** So many looks of a round; what they have waited for. */
    private List<AwaitedRun> looks(String round, int count) throws Exception {
        List<AwaitedRun> all = new ArrayList<>();
        List<String> ended = List.of();
        for (int looked = 0; looked < count; ) {
            switch (step(round, ended)) {
                case NextStep.AwaitRuns(var runs) -> {
                    all.addAll(runs);
                    ended = runs.stream().map(AwaitedRun::run).toList();
                    for (String run : ended) {
                        town.carryOut("drift", run);
                    }
                }
                case NextStep.Pause ignored -> {
                    ended = List.of();
                    looked++;
                }
                case NextStep.Done ignored -> throw new AssertionError("it is over after " + looked);
            }
        }
        return all;
    }

    private NextStep step(String round, List<String> ended) {
        return new DriftSteps(town.ports(), issues, town.runs()).step(round, DUE, ended);
    }
}
