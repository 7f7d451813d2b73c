package dev.nanokit.github.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.flow.CheckId.Origin;
import dev.nanokit.github.flow.world.FakeGitHub;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What whoever remembers arrivals does with them, in one process or in the table of many. */
abstract class ArrivalsContract {
    private static final RepositoryRef SHOP = new RepositoryRef(7, 42, "acme/shop", "main");
    private static final Actor ADA = new Actor("ada", false);
    private static final String OLD = "a".repeat(40);
    private static final String NEW = "b".repeat(40);

    /** Those that are tested; each test has its own. */
    abstract Arrivals arrivals();

    private static Commit commit(RepositoryRef ref, String sha, Origin origin) {
        return new Commit(ref, new FakeGitHub().repository(ref), sha, origin);
    }

    private static Commit onMain(RepositoryRef ref) {
        return commit(ref, OLD, new Origin.Branch("main"));
    }

    private static Commit of(int pullRequest, String sha) {
        return commit(SHOP, sha, new Origin.PullRequest(pullRequest));
    }

    private static Trigger pushed(int pullRequest, String sha) {
        PullRequestRef ref = new PullRequestRef(pullRequest, sha, "work", "main", false, false, ADA);
        return new Trigger.PullRequestChanged(SHOP, ref, Trigger.Change.SYNCHRONIZED, ADA);
    }

    private void installation(String action, String... repositories) {
        arrivals().note(new Trigger.InstallationChanged(7, 42, action, List.of(repositories)));
    }

    @Test
    void nothingOvertakesBeforeAnythingHasArrived() {
        assertThat(arrivals().overtakes(of(12, OLD))).isFalse();
        assertThat(arrivals().said(of(12, OLD))).isEmpty();
    }

    @Test
    void newerPushOvertakesItsPullRequestAlone() {
        arrivals().note(pushed(12, NEW));

        assertThat(arrivals().overtakes(of(12, OLD))).isTrue();
        assertThat(arrivals().overtakes(of(12, NEW))).isFalse();
        assertThat(arrivals().overtakes(of(13, OLD))).isFalse();
        assertThat(arrivals().overtakes(onMain(SHOP))).isFalse();
    }

    @Test
    void pushToABranchOvertakesWhatIsAppliedOfIt() {
        arrivals().note(new Trigger.BranchPushed(SHOP, "main", NEW, ADA));

        assertThat(arrivals().overtakes(onMain(SHOP))).isTrue();
        assertThat(arrivals().overtakes(commit(SHOP, OLD, new Origin.Queue("main"))))
                .isFalse();
    }

    @Test
    void closingOvertakesEveryCommit() {
        PullRequestRef twelve = new PullRequestRef(12, NEW, "work", "main", false, false, ADA);
        arrivals().note(new Trigger.PullRequestClosed(SHOP, twelve, false, ADA));

        assertThat(arrivals().overtakes(of(12, NEW))).isTrue();
    }

    @Test
    void whatGitHubSaysCorrectsALateDelivery() {
        arrivals().note(pushed(12, OLD));

        arrivals().isCurrent(of(12, NEW), Optional.of(OLD));

        assertThat(arrivals().overtakes(of(12, NEW))).isFalse();
    }

    @Test
    void whatHasArrivedWhileGitHubWasAskedStillCounts() {
        arrivals().note(pushed(12, OLD));
        arrivals().note(pushed(12, "c".repeat(40)));

        arrivals().isCurrent(of(12, NEW), Optional.of(OLD));

        assertThat(arrivals().overtakes(of(12, NEW))).isTrue();
    }

    @Test
    void removedRepositoryIsRemovedAndNoOther() {
        installation("removed", "acme/shop", "acme/blog");

        assertThat(arrivals().isRemoved(onMain(SHOP))).isTrue();
        assertThat(arrivals().overtakes(of(12, OLD))).isTrue();
        assertThat(arrivals().isRemoved(onMain(new RepositoryRef(7, 42, "acme/shop2", "main"))))
                .isFalse();
        assertThat(arrivals().isRemoved(onMain(new RepositoryRef(8, 43, "acme/shop", "main"))))
                .isFalse();
    }

    @Test
    void repositoryThatIsAddedAgainIsThereAgain() {
        installation("removed", "acme/shop", "acme/blog");

        installation("added", "acme/shop", "acme/new");

        assertThat(arrivals().isRemoved(onMain(SHOP))).isFalse();
        assertThat(arrivals().isRemoved(onMain(new RepositoryRef(7, 42, "acme/blog", "main"))))
                .isTrue();
    }

    @Test
    void suspendedInstallationHasNoRepositoriesUntilItIsTakenUpAgain() {
        installation("suspend");
        assertThat(arrivals().isRemoved(onMain(SHOP))).isTrue();

        installation("unsuspend");
        assertThat(arrivals().isRemoved(onMain(SHOP))).isFalse();
    }

    @Test
    void whatWasRemovedBeforeASuspensionIsNotGivenBackByItsEnd() {
        installation("removed", "acme/shop");
        installation("suspend");

        installation("unsuspend");

        assertThat(arrivals().isRemoved(onMain(SHOP))).isTrue();
    }

    @Test
    void deliveriesOfInstallationsMayComeTwice() {
        installation("removed", "acme/shop");
        installation("removed", "acme/shop");
        installation("deleted");
        installation("deleted");
        assertThat(arrivals().isRemoved(onMain(SHOP))).isTrue();

        installation("created", "acme/shop");
        installation("created", "acme/shop");
        assertThat(arrivals().isRemoved(onMain(SHOP))).isFalse();
    }
}
