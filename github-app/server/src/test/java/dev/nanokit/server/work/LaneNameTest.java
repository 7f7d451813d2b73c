package dev.nanokit.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.server.Triggers;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneNameTest {
    private static final Actor OCTOCAT = new Actor("octocat", false);
    private static final String SHA = "ab".repeat(20);

    @Test
    void everythingAboutAPullRequestSharesItsLane() {
        PullRequestRef seven = new PullRequestRef(7, SHA, "fix", "main", false, false, OCTOCAT);

        assertThat(List.of(
                        new Trigger.PullRequestChanged(Triggers.SHOP, seven, Trigger.Change.OPENED, OCTOCAT),
                        new Trigger.PullRequestClosed(Triggers.SHOP, seven, true, OCTOCAT),
                        Triggers.comment(7, 1),
                        new Trigger.CheckRerequested(Triggers.SHOP, SHA, "", List.of(7), OCTOCAT),
                        new Trigger.CheckActionRequested(Triggers.SHOP, SHA, "", "apply", List.of(7), OCTOCAT),
                        new Trigger.CheckSuiteRerequested(Triggers.SHOP, SHA, List.of(7, 8), OCTOCAT)))
                .extracting(LaneName::of)
                .containsOnly("acme/shop#7");
    }

    @Test
    void otherThingsHaveLanesOfTheirOwn() {
        assertThat(List.of(
                        Triggers.comment(8, 1),
                        Triggers.push("main"),
                        new Trigger.CheckRerequested(Triggers.SHOP, SHA, "", List.of(), OCTOCAT),
                        new Trigger.MergeGroupRequested(Triggers.SHOP, "cd".repeat(20), "main", OCTOCAT),
                        new Trigger.InstallationChanged(7, 42, "created", List.of())))
                .extracting(LaneName::of)
                .containsExactly(
                        "acme/shop#8",
                        "acme/shop:main",
                        "acme/shop@" + SHA,
                        "acme/shop@" + "cd".repeat(20),
                        "installation 7");
    }
}
