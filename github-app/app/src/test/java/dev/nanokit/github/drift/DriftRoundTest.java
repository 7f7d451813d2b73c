package dev.nanokit.github.drift;

import static dev.nanokit.github.flow.world.Town.PRODUCTION;
import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.world.FakeIssues;
import dev.nanokit.github.flow.world.FakeIssues.Issue;
import dev.nanokit.github.flow.world.Fate;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One issue a component and environment, from somebody's hand to its end. */
@Timeout(120)
class DriftRoundTest {
    private static final Owner OWNER = new Owner("shop", "production", "main");
    private static final ResourceKey WEB = ResourceKey.parse("service/web");
    private static final Duration AT_ONCE = Duration.ZERO;

    @TempDir
    private Path folder;

    private Town town;
    private FakeIssues issues;
    private String applied;

    @BeforeEach
    void productionIsApplied() throws Exception {
        town = new Town(folder);
        issues = new FakeIssues(town.github);
        applied = apply("nginx:1");
        town.github.takeCalls();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatIsAsItWasAppliedOpensNoIssue() {
        assertThat(look()).isEqualTo(new Verdict.AsApplied());
        assertThat(issues.all()).isEmpty();
        assertThat(town.github.takeCalls()).containsExactly("files");
    }

    @Test
    void whatSomebodyChangedOpensOneIssue() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");

        assertThat(look()).isEqualTo(new Verdict.Drifted(1, 1));

        assertThat(issues.all()).singleElement().satisfies(issue -> {
            assertThat(issue.title()).isEqualTo("Drift in production: 1 changed by hand");
            assertThat(issue.body())
                    .startsWith("<!-- nanokit:drift shop/production/main -->\n")
                    .contains("- image: nginx:broken\n+ image: nginx:1\n", applied.substring(0, 7))
                    .contains("https://github.example/acme/shop/commit/" + applied)
                    .doesNotContain("sk-very-secret");
        });
        assertThat(town.log()).contains("\"verdict\":\"drifted\"").doesNotContain("sk-very-secret");
    }

    @Test
    void driftThatStaysAsItIsIsNotToldAgain() {
        town.cloud.removeByHand(OWNER, WEB);
        look();
        town.github.takeCalls();

        assertThat(look()).isEqualTo(new Verdict.Drifted(1, 1));

        assertThat(town.github.takeCalls()).containsExactly("files");
    }

    @Test
    void otherDriftRewritesTheSameIssue() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        town.cloud.removeByHand(OWNER, WEB);
        look();

        assertThat(issues.all())
                .extracting(Issue::number, Issue::title)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(1, "Drift in production: 1 removed by hand"));
        assertThat(town.github.comments()).isEmpty();
    }

    @Test
    void driftThatIsGoneClosesTheIssueAndComingBackOpensItAgain() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        town.cloud.changeByHand(OWNER, WEB, "nginx:1");
        assertThat(look()).isEqualTo(new Verdict.AsApplied());
        assertThat(issues.all())
                .singleElement()
                .satisfies(issue -> assertThat(issue.open()).isFalse());
        assertThat(town.github.comments()).singleElement().asString().contains("Everything is as it was applied again");

        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        assertThat(issues.all())
                .singleElement()
                .satisfies(issue -> assertThat(issue.open()).isTrue());

        town.cloud.changeByHand(OWNER, WEB, "nginx:1");
        look();
        look();
        assertThat(town.github.comments()).hasSize(2);
        assertThat(issues.all())
                .singleElement()
                .satisfies(issue -> assertThat(issue.open()).isFalse());
    }

    @Test
    void anApplyThatPutsItBackHasTheIssueClosedSoon() throws Exception {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();

        apply("nginx:2");

        assertThat(round().due(Duration.ofDays(1))).hasSize(1);
        assertThat(look()).isEqualTo(new Verdict.AsApplied());
        assertThat(issues.all())
                .singleElement()
                .satisfies(issue -> assertThat(issue.open()).isFalse());
        assertThat(round().due(Duration.ofDays(1))).isEmpty();
    }

    @Test
    void anIssueThatSomebodyClosedStaysClosedUntilSomethingElseDrifts() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        issues.closeByHand(1);
        look();
        assertThat(issues.all().getFirst().open()).isFalse();

        town.cloud.changeByHand(OWNER, WEB, "nginx:worse");
        look();

        assertThat(issues.all())
                .singleElement()
                .satisfies(issue -> assertThat(issue.open()).isTrue());
    }

    @Test
    void anIssueThatSomebodyDeletedIsOpenedAnewWhenSomethingElseDrifts() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        issues.deleteByHand(1);
        town.cloud.changeByHand(OWNER, WEB, "nginx:worse");

        assertThat(look()).isEqualTo(new Verdict.Drifted(1, 2));
    }

    @Test
    void whatTheBranchAsksForAndIsNotAppliedYetIsNoDrift() {
        town.main(file("merge", "nginx:2"));

        assertThat(look()).isEqualTo(new Verdict.AsApplied());
    }

    @Test
    void aProviderThatDoesNotAnswerTouchesNoIssueAndIsAskedAgain() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        town.provider.down(true);
        town.cloud.changeByHand(OWNER, WEB, "nginx:1");
        town.github.takeCalls();

        assertThat(look()).isEqualTo(new Verdict.Unknown("the engine does not answer"));

        assertThat(town.github.takeCalls()).containsExactly("files");
        assertThat(town.log()).contains("\"verdict\":\"unknown\"");
        town.provider.down(false);
        assertThat(look()).isEqualTo(new Verdict.AsApplied());
    }

    @Test
    void whileSomebodyAppliesNothingIsLookedAt() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        Holder ada = new Holder("@ada", "apply of #1", "", Instant.now());
        town.locks()
                .acquire(
                        new LockRequest(PRODUCTION, "main", InfraAccess.WRITE, ada, "a", Duration.ofMinutes(1)),
                        Sighting.NONE);

        assertThat(look()).isEqualTo(new Verdict.Skipped("somebody holds the environment's lock"));
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void anApplyThatEndsWhileItIsLookedAtMakesWhatWasSeenWorthless() {
        town.provider.atPlan(() -> {
            town.provider.atPlan(() -> null);
            town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
            apply("nginx:2");
            town.cloud.changeByHand(OWNER, WEB, "nginx:1");
            return null;
        });

        assertThat(look()).isEqualTo(new Verdict.Skipped("it was applied meanwhile"));
        assertThat(issues.all()).isEmpty();
    }

    @Test
    void whatWasDestroyedIsLookedAfterNoLonger() throws Exception {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        look();
        town.open(1, file("merge", "nginx:1"));
        town.opened(1);
        town.deliver(town.comment(1, "ada", "/nanokit destroy -e production"));
        assertThat(town.cloud.contents()).isEmpty();

        assertThat(look()).isEqualTo(new Verdict.Left());

        assertThat(issues.all())
                .singleElement()
                .satisfies(issue -> assertThat(issue.open()).isFalse());
        assertThat(town.github.comments().getLast()).contains("Nothing of component `main` is left in `production`");
        assertThat(round().next(AT_ONCE)).isEmpty();
    }

    @Test
    void whereGitHubTakesNoIssuesItIsNotedAndLeftUntilTheNextRound() {
        town.cloud.changeByHand(OWNER, WEB, "nginx:broken");
        issues.refuse(410, "Issues has been disabled in this repository.");

        assertThat(look()).isEqualTo(new Verdict.Skipped("Issues has been disabled in this repository."));

        assertThat(round().due(Duration.ofDays(1))).isEmpty();
        assertThat(town.log()).contains("Issues has been disabled");
    }

    @Test
    void eachComponentHasAnIssueOfItsOwn() throws Exception {
        String head = town.github.push(
                "main",
                Map.of(
                        "api/nanokit.yml", file("merge", "api:1") + "component: api\n",
                        "web/nanokit.yml", file("merge", "web:1") + "component: web\n"));
        town.deliver(town.pushed("main", head));
        town.cloud.changeByHand(new Owner("shop", "production", "api"), WEB, "api:broken");
        town.cloud.changeByHand(new Owner("shop", "production", "web"), WEB, "web:broken");

        assertThat(round().next(AT_ONCE)).isPresent();
        assertThat(round().next(AT_ONCE)).isPresent();
        assertThat(round().next(AT_ONCE)).isPresent();

        assertThat(issues.all())
                .extracting(Issue::title)
                .containsExactlyInAnyOrder(
                        "Drift in production / api: 1 changed by hand", "Drift in production / web: 1 changed by hand");
    }

    /** Whichever call is the one: the next look puts it right, and nothing is said twice. */
    @ParameterizedTest
    @EnumSource(Fate.Kind.class)
    void whateverIsCutShortIsGoneOnWithOnce(Fate.Kind kind) {
        for (int call = 1; call <= 4; call++) {
            town.cloud.changeByHand(OWNER, WEB, "nginx:broken " + call);
            cutShort(call, kind);
            assertThat(look()).isEqualTo(new Verdict.Drifted(1, 1));
            town.cloud.changeByHand(OWNER, WEB, "nginx:1");
            cutShort(call, kind);
            assertThat(look()).isEqualTo(new Verdict.AsApplied());
            assertThat(issues.all())
                    .singleElement()
                    .satisfies(issue -> assertThat(issue.open()).isFalse());
            assertThat(town.github.comments()).hasSize(call);
        }
    }

    private void cutShort(int call, Fate.Kind kind) {
        town.github.fate(Fate.at(call, kind));
        try {
            round().next(AT_ONCE);
        } catch (GitHubException | Fate.KilledError cut) {
            assertThat(town.github.struck()).isTrue();
        }
        town.github.fate(Fate.none());
    }

    @Test
    void whileGitHubIsDownTheCallerIsToldToComeAgain() {
        town.github.fate(Fate.at(1, Fate.Kind.OUTAGE));

        assertThatThrownBy(() -> round().next(AT_ONCE)).isInstanceOf(GitHubException.class);
        assertThat(round().due(Duration.ofDays(1))).isEmpty();
    }

    private String apply(String image) throws Exception {
        String head = town.main(file("merge", image));
        town.deliver(town.pushed("main", head));
        return head;
    }

    private DriftRound round() {
        return new DriftRound(town.ports(), issues);
    }

    private Verdict look() {
        Optional<DriftRound.Step> step = round().next(AT_ONCE);
        return step.orElseThrow().looked();
    }

    @Test
    void everyStepSaysHowManyAreLeft() throws Exception {
        String head = town.github.push("main", Map.of("api/nanokit.yml", file("merge", "api:1") + "component: api\n"));
        town.deliver(town.pushed("main", head));

        assertThat(List.of(
                        round().next(AT_ONCE).orElseThrow().left(),
                        round().due(Duration.ofDays(1)).size()))
                .containsExactly(1, 0);
    }
}
