package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.component;
import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ForkFlowTest {
    private static final String WAITING = "Waiting for a maintainer · production";
    private static final String PLANNED = "+1 ~0 -0 · production";

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void open() {
        town = new Town(folder, inSteps());
        town.github.permit("author", Permission.READ);
        town.main(file("comment", "nginx:1"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    private String waiting() throws InterruptedException {
        String head = town.openFork(12, file("comment", "nginx:2"));
        town.opened(12);
        return head;
    }

    private String pushed() throws InterruptedException {
        String head = town.github.push("fork-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        town.deliver(town.changed(12, Change.SYNCHRONIZED));
        return head;
    }

    @Test
    void strangersCommitWaitsAndNothingIsAskedAboutIt() throws Exception {
        town.provider.atPlan(() -> {
            throw new AssertionError("the environment was read");
        });

        String head = waiting();

        assertThat(town.check(head).title()).isEqualTo(WAITING);
        assertThat(town.check(head).conclusion()).contains(Conclusion.ACTION_REQUIRED);
    }

    @Test
    void maintainersCommandIsGoodForThatCommitAlone() throws Exception {
        String head = waiting();

        town.deliver(town.comment(12, "ada", "/nanokit plan"));
        assertThat(town.check(head).title()).isEqualTo(PLANNED);

        assertThat(town.check(pushed()).title()).isEqualTo(WAITING);
    }

    @Test
    void authorOfTheForkCannotApproveHimself() throws Exception {
        String head = waiting();

        town.deliver(town.comment(12, "author", "/nanokit plan"));

        assertThat(town.check(head).title()).isEqualTo(WAITING);
        assertThat(town.github.comments()).singleElement().asString().contains("comes from a fork");
    }

    @Test
    void buttonOnTheWaitingCheckApprovesItsCommit() throws Exception {
        String head = waiting();

        town.deliver(town.button(town.check(head), "replan", "ada"));

        assertThat(town.check(head).title()).isEqualTo(PLANNED);
    }

    @Test
    void buttonOnAnOlderCommitApprovesNothing() throws Exception {
        CheckRun older = town.check(waiting());
        String newer = pushed();

        town.deliver(town.button(older, "replan", "ada"));

        assertThat(town.check(newer).title()).isEqualTo(WAITING);
        assertThat(town.github.comments()).singleElement().asString().contains("A newer commit has been pushed");
    }

    @Test
    void commandMeansTheCommitThatWasShownAndNotOnePushedMeanwhile() throws Exception {
        waiting();
        String newer = town.github.push("fork-12", Map.of("nanokit.yml", file("comment", "evil:1")));

        town.deliver(town.comment(12, "ada", "/nanokit plan"));

        assertThat(town.github.checksAt(newer)).isEmpty();
        assertThat(town.github.comments()).singleElement().asString().contains("A newer commit has been pushed");
    }

    @Test
    void reRunApprovesNothing() throws Exception {
        String head = waiting();

        town.deliver(new Trigger.CheckRerequested(
                Town.SHOP, head, town.check(head).externalId(), List.of(), new Actor("ada", false)));

        assertThat(town.check(head).title()).isEqualTo(WAITING);
    }

    @Test
    void forkIsNeverShownAnotherComponent() throws Exception {
        town.github.push(
                "main",
                Map.of("nanokit.yml", file("comment", "nginx:1"), "api/nanokit.yml", component("api", "api:1")));
        town.open(1, Map.of("nanokit.yml", file("comment", "nginx:1"), "api/nanokit.yml", component("api", "api:1")));
        town.opened(1);
        town.deliver(town.comment(1, "ada", "/nanokit apply --component api"));
        String head = town.github.push(
                "fork-12", Map.of("nanokit.yml", file("comment", "nginx:1").replace("name: shop", "name: bank")));
        town.github.pullRequest(12, "fork-12", "main", true, false);
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit plan --component main"));

        assertThat(town.github
                        .check(head, "nanokit / production / main")
                        .orElseThrow()
                        .summary())
                .contains("Of a fork's commit, only components that are there already are planned");
    }

    @Test
    void forkCannotLookAtSharedInfrastructureAnew() throws Exception {
        String head = town.openFork(12, file("comment", "nginx:2") + "infra: { provider: docker, shared: true }\n");
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit plan"));

        assertThat(town.check(head).summary()).contains("newly says `infra.shared: true`");
    }

    @Test
    void approvedForkShowsNoSecret() throws Exception {
        String head = town.openFork(
                12, file("comment", "nginx:2") + "secrets: { LEAK: { from: env, name: STRIPE_TOKEN } }\n");
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit plan"));

        assertThat(town.check(head).title()).isEqualTo(PLANNED);
        assertThat(town.check(head).toString() + town.github.comments() + town.log())
                .doesNotContain("sk-very-secret");
    }

    @Test
    void unapprovedForkIsNotApplied() throws Exception {
        waiting();

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments()).singleElement().asString().contains("comes from a fork");
    }

    /** Whether the App works step by step, as on AWS. */
    boolean inSteps() {
        return false;
    }
}
