package dev.nanokit.github.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.flow.world.Town;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneNamesTest {
    private static final Actor ADA = new Actor("ada", false);
    private static final String SHA = "ab".repeat(20);

    @Test
    void everythingAboutAPullRequestSharesItsLane() {
        PullRequestRef seven = new PullRequestRef(7, SHA, "fix", "main", false, false, ADA);
        String check = "production/main/pr/7";

        assertThat(List.of(
                        new Trigger.PullRequestChanged(Town.SHOP, seven, Trigger.Change.OPENED, ADA),
                        new Trigger.PullRequestClosed(Town.SHOP, seven, true, ADA),
                        new Trigger.CommentCreated(Town.SHOP, 7, 1, "/nanokit plan", ADA),
                        new Trigger.CheckRerequested(Town.SHOP, SHA, check, List.of(), ADA),
                        new Trigger.CheckActionRequested(Town.SHOP, SHA, check, "apply", List.of(8), ADA),
                        new Trigger.CheckSuiteRerequested(Town.SHOP, SHA, List.of(7, 8), ADA)))
                .extracting(LaneNames::of)
                .containsOnly("42/acme/shop#7");
    }

    @Test
    void everythingAboutABranchSharesItsLane() {
        assertThat(List.of(
                        new Trigger.BranchPushed(Town.SHOP, "main", SHA, ADA),
                        new Trigger.CheckRerequested(Town.SHOP, SHA, "production/main/branch/main", List.of(7), ADA)))
                .extracting(LaneNames::of)
                .containsOnly("42/acme/shop:main");
    }

    @Test
    void otherThingsHaveLanesOfTheirOwn() {
        assertThat(List.of(
                        new Trigger.CheckSuiteRerequested(Town.SHOP, SHA, List.of(), ADA),
                        new Trigger.MergeGroupRequested(Town.SHOP, "cd".repeat(20), "main", ADA),
                        new Trigger.CheckRerequested(Town.SHOP, SHA, "build#7", List.of(), ADA),
                        new Trigger.InstallationChanged(7, 42, "created", List.of())))
                .extracting(LaneNames::of)
                .containsExactly(
                        "42/acme/shop@" + SHA, "42/acme/shop@" + "cd".repeat(20), "nobody's", "installation 7");
    }
}
