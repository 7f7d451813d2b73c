package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pull requests, who may do what, and how ready they are. */
class PullRequestsTest extends AtGitHub {
    private Pull pull;

    @BeforeEach
    void aPullRequestIsOpen() {
        shop.collaborator("wendy", "write");
        shop.collaborator("rita", "read");
        shop.commit("feature/new", Map.of("nanokit.yml", "name: new\n"));
        pull = shop.open("feature/new", "mona");
    }

    private PullRequestReadiness readiness() {
        return repository.readiness(pull.number());
    }

    @Test
    void aPullRequestIsReadAsItIs() {
        assertThat(repository.pullRequest(1))
                .isEqualTo(new PullRequestRef(
                        1, pull.headSha(), "feature/new", "main", false, false, new Actor("mona", false)));
    }

    @Test
    void oneOfAForkIsKnownAsSuch() {
        Repo fork = shop.fork("mallory");
        fork.commit("main", Map.of("nanokit.yml", "name: evil\n"));
        Pull foreign = shop.open(fork, "main", "main", "mallory");

        assertThat(repository.pullRequest(foreign.number()).fork()).isTrue();
    }

    @Test
    void openOnesAreListedWhateverTheirBase() {
        shop.commit("develop", Map.of("x", "y"));
        Pull other = shop.open(shop, "feature/new", "develop", "renovate[bot]");
        Pull closed = shop.open("feature/new", "mona");
        closed.close();

        assertThat(repository.openPullRequests())
                .extracting(PullRequestRef::number)
                .containsExactly(other.number(), 1);
        assertThat(repository.openPullRequests().getFirst().author()).isEqualTo(new Actor("renovate[bot]", true));
    }

    @Test
    void openOnesAreListedToTheLastPage() {
        for (int i = 0; i < 120; i++) {
            shop.open("feature/new", "mona");
        }

        assertThat(repository.openPullRequests()).hasSize(121);
    }

    @Test
    void aFreshPullRequestIsMergeableButNotApproved() {
        assertThat(readiness()).isEqualTo(new PullRequestReadiness(true, false, true, true));
    }

    @Test
    void whetherItCanBeMergedIsWaitedForAsGitHubWorksItOut() {
        pull.mergeable(true, 2);

        assertThat(readiness().mergeable()).isTrue();
        assertThat(hour.waits()).hasSize(2);
    }

    @Test
    void whatGitHubNeverWorksOutIsNotMergeable() {
        pull.mergeable(true, 100);

        assertThat(readiness().mergeable()).isFalse();
    }

    @Test
    void oneWithConflictsIsNotMergeable() {
        pull.mergeable(false, 0);

        assertThat(readiness().mergeable()).isFalse();
    }

    @Test
    void oneThatTheBaseHasMovedAwayFromIsNotUpToDate() {
        shop.commit("main", Map.of("README.md", "moved"));

        assertThat(readiness().upToDate()).isFalse();
    }

    @Test
    void aClosedOneIsNotOpen() {
        pull.close();

        assertThat(readiness().open()).isFalse();
    }

    @Test
    void itIsApprovedOnceSomebodyWhoMayWriteApproved() {
        pull.review("wendy", "COMMENTED");
        assertThat(readiness().approved()).isFalse();

        pull.review("wendy", "APPROVED");
        assertThat(readiness().approved()).isTrue();
    }

    @Test
    void anApprovalOfSomebodyWhoMayOnlyReadIsNone() {
        pull.review("rita", "APPROVED");

        assertThat(readiness().approved()).isFalse();
    }

    @Test
    void anApprovalOfAnEarlierCommitIsNone() {
        pull.review("wendy", "APPROVED");
        pull.push(Map.of("nanokit.yml", "name: other\n"));

        assertThat(readiness().approved()).isFalse();
    }

    @Test
    void changesAskedForByOneOutweighTheApprovalOfAnother() {
        shop.collaborator("adam", "admin");
        pull.review("adam", "APPROVED");
        pull.review("wendy", "CHANGES_REQUESTED");
        pull.review("rita", "CHANGES_REQUESTED");
        assertThat(readiness().approved()).isFalse();

        pull.review("wendy", "DISMISSED");
        assertThat(readiness().approved()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "admin,ADMIN",
        "maintain,MAINTAIN",
        "write,WRITE",
        "triage,TRIAGE",
        "read,READ",
        "none,NONE",
    })
    void everyRoleIsItsPermission(String role, Permission permission) {
        shop.collaborator("some[bot]", role);

        assertThat(repository.permissionOf("some[bot]")).isEqualTo(permission);
    }

    @Test
    void aStrangerMayNothing() {
        assertThat(repository.permissionOf("stranger")).isEqualTo(Permission.NONE);
    }
}
