package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.standin.world.Issue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The issues that the App keeps. */
class IssuesTest extends AtGitHub {
    private static final String MARKER = "<!-- nanokit:drift shop/production/main -->";

    private final Issues issues = client.issues(ref());

    @Test
    void anIssueIsOpenedRewrittenClosedAndOpenedAgain() {
        int number = issues.create("Drift", MARKER + "\none");
        assertThat(shop.issue(number).orElseThrow().author().login()).isEqualTo("nanokit[bot]");

        issues.close(number);
        assertThat(shop.issue(number).orElseThrow())
                .satisfies(issue -> assertThat(issue.open()).isFalse())
                .satisfies(issue -> assertThat(issue.reason()).isEqualTo("completed"));

        issues.update(number, "More drift", "two");
        assertThat(shop.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.open()).isTrue();
            assertThat(issue.title()).isEqualTo("More drift");
            assertThat(issue.body()).isEqualTo("two");
        });
    }

    @Test
    void theAppsOwnIssueIsFoundByItsMarkerThoughItIsClosed() {
        int own = issues.create("Drift", MARKER);
        issues.create("Drift elsewhere", "<!-- nanokit:drift shop/stage/main -->");
        issues.close(own);

        assertThat(issues.find(MARKER)).contains(own);
    }

    @Test
    void whatSomebodyElseWroteIsNotTheApps() {
        shop.issue(github.hub().account("mallory"), false, "Drift", MARKER);

        assertThat(issues.find(MARKER)).isEmpty();
    }

    @Test
    void anIssueIsFoundBehindHundredsOfOthers() {
        int own = issues.create("Drift", MARKER);
        for (int i = 0; i < 150; i++) {
            shop.issue(shop.issue(own).orElseThrow().author(), true, "other " + i, "");
        }

        assertThat(issues.find(MARKER)).contains(own);
    }

    @Test
    void whereGitHubKnowsNoSuchAuthorAllIssuesAreLookedThrough() {
        shop.issue(github.hub().account("mallory"), false, "Drift", MARKER);
        int own = issues.create("Drift", MARKER);
        shop.issue(github.hub().account("mona"), false, "Drift", MARKER);
        github.faults().failing("issues/list-for-repo", 422);

        assertThat(issues.find(MARKER)).contains(own);
    }

    @Test
    void issuesAndPullRequestsShareTheirNumbers() {
        int number = issues.create("Drift", MARKER);
        shop.commit("feature", Map.of("nanokit.yml", "name: new\n"));

        assertThat(shop.open("feature", "mona").number()).isEqualTo(number + 1);
    }

    @Test
    void anIssueCanBeCommentedOn() {
        int number = issues.create("Drift", MARKER);

        long comment = repository.createComment(number, "gone <!-- 1 -->");

        assertThat(repository.findComment(number, "<!-- 1 -->")).contains(comment);
    }

    @Test
    void anIssueWhoseAnswerIsLostIsNotOpenedTwice() {
        github.faults().answerLost("issues/create");

        int number = issues.create("Drift", MARKER + "\none");

        assertThat(shop.issues()).extracting(Issue::number).containsExactly(number);
    }

    @Test
    void anIssueThatNeverArrivedIsOpenedThoughOneLikeItIsThere() {
        issues.create("Drift", MARKER);
        hour.pass(Duration.ofMinutes(10));
        github.faults().dropped("issues/create");

        issues.create("Drift", MARKER);

        assertThat(shop.issues()).hasSize(2);
    }

    @Test
    void anIssueThatIsNotThereIsSaidBy404() {
        assertThatThrownBy(() -> issues.update(99, "Drift", MARKER))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
}
