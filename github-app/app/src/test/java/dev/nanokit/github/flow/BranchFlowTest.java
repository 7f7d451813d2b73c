package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BranchFlowTest extends InATown {
    private static final Actor ADA = new Actor("ada", false);

    @Test
    void pushToAMappedBranchIsApplied() throws Exception {
        String head = town.main(file("merge", "nginx:1"));

        town.deliver(town.pushed("main", head));

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:1");
        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.github.deployments()).hasSize(1);
    }

    @Test
    void branchThatIsAppliedByCommentIsPlannedWithAButton() throws Exception {
        String head = town.main(file("comment", "nginx:1"));
        town.deliver(town.pushed("main", head));
        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.check(head).actions())
                .extracting(CheckRun.Action::identifier)
                .contains("apply");

        town.deliver(town.button(town.check(head), "apply", "ada"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.check(head).conclusion()).contains(Conclusion.SUCCESS);
    }

    @Test
    void buttonOfABranchObeysThePolicy() throws Exception {
        String head = town.main(file("comment", "nginx:1"));
        town.deliver(town.pushed("main", head));

        town.deliver(town.button(town.check(head), "apply", "eve"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.log()).contains("NEEDS_WRITE");
    }

    @Test
    void branchThatIsAppliedByHandIsOnlyPlanned() throws Exception {
        String head = town.main(file("manual", "nginx:1"));

        town.deliver(town.pushed("main", head));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.check(head).summary()).contains("nkapp up -e production");
    }

    @Test
    void branchOfNoEnvironmentIsLeftAlone() throws Exception {
        String head = town.github.push("topic", Map.of("nanokit.yml", file("merge", "nginx:1")));

        town.deliver(town.pushed("topic", head));

        assertThat(town.github.checksAt(head)).isEmpty();
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void latePushNeverRollsANewerOneBack() throws Exception {
        String older = town.main(file("merge", "nginx:1"));
        String newer = town.main(file("merge", "nginx:2"));
        town.deliver(town.pushed("main", newer));

        town.deliver(town.pushed("main", older));

        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
    }

    @Test
    void pushThatIsHandledTwiceIsAppliedOnce() throws Exception {
        String head = town.main(file("merge", "nginx:1"));
        town.deliver(town.pushed("main", head));
        town.deliver(town.pushed("main", head));

        assertThat(town.cloud.made()).isEqualTo(1);
        assertThat(town.store().component(Town.PRODUCTION, "main").serial()).isEqualTo(1);
    }

    @Test
    void pushThatLosesDataWaitsForSomebodyToForceIt() throws Exception {
        String withData = file("merge", "nginx:1") + "databases: { orders: { engine: postgres } }\n";
        town.deliver(town.pushed("main", town.main(withData)));
        town.open(12, file("merge", "nginx:1"));
        town.opened(12);
        town.deliver(town.closed(12, true));
        String merged = town.main(file("merge", "nginx:1"));
        town.deliver(town.pushed("main", merged));
        assertThat(town.cloud.contents()).hasSize(2);
        assertThat(town.check(merged).title()).startsWith("Would lose data");

        town.deliver(town.comment(12, "ada", "/nanokit apply -e production --force"));

        assertThat(town.cloud.contents()).hasSize(1);
        assertThat(town.check(merged).title()).isEqualTo("Applied +0 ~0 -1 · production");
    }

    @Test
    void mergePromisesThatNothingIsAppliedBefore() throws Exception {
        town.main(file("merge", "nginx:1"));
        town.open(12, file("merge", "nginx:2"));
        town.opened(12);

        town.deliver(town.comment(12, "ada", "/nanokit apply"));

        assertThat(town.cloud.contents()).isEmpty();
        assertThat(town.github.comments()).singleElement().asString().contains("applied when it is merged");
    }

    @Test
    void pushPutsOpenPullRequestsOutOfDateAndPlansThemAgain() throws Exception {
        town.main(file("merge", "nginx:1"));
        String open = town.open(12, file("merge", "nginx:2"));
        town.opened(12);
        String head = town.main(file("merge", "nginx:1") + "x-note: 1\n");

        town.deliver(town.pushed("main", head));

        assertThat(town.check(open).title()).isEqualTo("+0 ~1 -0 · production");
    }

    @Test
    void mergeQueueHasItsPlan() throws Exception {
        town.main(file("merge", "nginx:1"));
        String group =
                town.github.push("gh-readonly-queue/main/pr-12", Map.of("nanokit.yml", file("merge", "nginx:2")));

        town.deliver(new Trigger.MergeGroupRequested(Town.SHOP, group, "main", ADA));

        assertThat(town.check(group).conclusion()).contains(Conclusion.SUCCESS);
        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void reRunPlansTheSameCommitAgain() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));
        town.opened(12);

        town.deliver(
                new Trigger.CheckRerequested(Town.SHOP, head, town.check(head).externalId(), List.of(12), ADA));
        town.deliver(new Trigger.CheckSuiteRerequested(Town.SHOP, head, List.of(), ADA));

        assertThat(plansShown(head)).hasSize(3);
    }

    @Test
    void reRunOfAnOlderCommitDoesNothing() throws Exception {
        town.main(file("comment", "nginx:1"));
        String older = town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));

        town.deliver(new Trigger.CheckSuiteRerequested(Town.SHOP, older, List.of(12), ADA));

        assertThat(plansShown(older)).hasSize(1);
    }

    @Test
    void checksOfOtherAppsAreNoneOfOurs() throws Exception {
        town.github.takeCalls();

        town.deliver(new Trigger.CheckRerequested(Town.SHOP, "c".repeat(40), "", List.of(12), ADA));
        town.deliver(new Trigger.CheckActionRequested(Town.SHOP, "c".repeat(40), "build#7", "apply", List.of(12), ADA));

        assertThat(town.github.takeCalls()).isEmpty();
    }

    @Test
    void installationThatIsGoneIsNoted() throws Exception {
        town.deliver(new Trigger.InstallationChanged(7, 42, "deleted", List.of("acme/shop")));

        assertThat(town.log()).contains("installation deleted");
    }
}
