package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.standin.web.Faults.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GitHub's rate limits, and GitHub out of order. */
class LimitsTest extends AtGitHub {
    private static final String BRANCH = "repos/get-branch";

    private GitHubException failure() {
        try {
            repository.branchHead("main");
        } catch (GitHubException e) {
            return e;
        }
        throw new AssertionError("GitHub answered");
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429})
    void aShortSecondaryLimitIsWaitedOut(int status) {
        github.faults().secondaryLimit(BRANCH, status, 7);

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThat(hour.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aLongSecondaryLimitIsTheCallersToWait() {
        github.faults().secondaryLimit(BRANCH, 403, 300);

        GitHubException failure = failure();

        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(5));
        assertThat(failure.retryable()).isTrue();
        assertThat(hour.waits()).isEmpty();
    }

    @Test
    void aSecondaryLimitThatDoesNotSayHowLongIsWaitedForAMinute() {
        github.faults().secondaryLimit(BRANCH, 403, -1);

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThat(hour.waits()).containsExactly(Duration.ofMinutes(1));
    }

    @Test
    void severalShortWaitsAreNoLongerThanOneMayBe() {
        for (int i = 0; i < 3; i++) {
            github.faults().secondaryLimit(BRANCH, 429, 25);
        }

        assertThat(failure().retryAfter()).contains(Duration.ofSeconds(25));
        assertThat(hour.waits()).containsExactly(Duration.ofSeconds(25), Duration.ofSeconds(25));
    }

    @Test
    void aLimitThatSaysToWaitNoTimeIsNotAskedInALoop() {
        github.faults().secondaryLimit(BRANCH, 429, 0);

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThat(hour.waits()).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aRefusedPostIsRepeatedAsItWasNotDone() {
        github.faults().secondaryLimit("repos/create-deployment", 403, 2);

        repository.createDeployment(head, "production", "x");

        assertThat(shop.deployments().all()).hasSize(1);
    }

    @Test
    void aUsedUpLimitIsNotAskedAgainstAndSaysWhenItOpens() {
        github.quota().leave(1, hour.instant().plusSeconds(1_000));
        repository.permissionOf("mona");
        github.traffic().forget();

        GitHubException failure = failure();

        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(1_001));
        assertThat(failure)
                .hasMessage("GitHub's rate limit is used up: GET /repos/acme/shop/branches/main can go through in"
                        + " 1001 s");
        assertThat(asked()).isEmpty();
        assertThat(hour.waits()).isEmpty();
    }

    @Test
    void aLimitThatOpensSoonIsWaitedFor() {
        github.quota().leave(1, hour.instant().plusSeconds(20));
        repository.branchHead("main");

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThat(hour.waits()).containsExactly(Duration.ofSeconds(21));
    }

    @Test
    void aRefusalForAnotherReasonIsNoLimit() {
        github.faults().failing(BRANCH, 403);

        assertThat(failure().retryAfter()).isEmpty();
        assertThat(hour.waits()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void whatOnlyReadsIsAskedAgainWhenGitHubFails(int status) {
        for (int i = 0; i < 3; i++) {
            github.faults().failing(BRANCH, status);
        }

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThat(hour.waits()).hasSize(3);
    }

    @Test
    void whatOnlyReadsIsAskedAgainWhenTheAnswerIsLost() {
        github.faults().dropped(BRANCH);
        github.faults().answerLost(BRANCH);

        assertThat(repository.branchHead("main")).isEqualTo(head);
    }

    @Test
    void aFailureThatLastsIsSaidWithItsStatus() {
        for (int i = 0; i < 4; i++) {
            github.faults().failing(BRANCH, 502);
        }

        assertThat(failure().status()).isEqualTo(502);
    }

    @Test
    void noAnswerAtAllHasNoStatus() {
        github.faults().always(BRANCH, new Fault.Dropped());

        GitHubException failure = failure();
        github.faults().forget();

        assertThat(failure.status()).isZero();
        assertThat(failure.retryable()).isTrue();
        assertThat(failure).hasMessageStartingWith("GitHub did not answer GET /repos/acme/shop/branches/main: ");
    }

    @Test
    void anInterruptedWaitEndsAtOnceAndStaysInterrupted() {
        github.faults().secondaryLimit(BRANCH, 403, 10);
        repository.permissionOf("mona");
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> repository.branchHead("main")).isInstanceOf(GitHubException.class);
        assertThat(Thread.interrupted()).isTrue();
        github.faults().forget();
    }

    @Test
    void everyCallIsHeardOf() {
        repository.branchHead("main");

        assertThat(calls)
                .extracting(call -> call.method() + " " + call.route() + " " + call.status())
                .containsExactly("POST /app/installations/{}/access_tokens 201", "GET /repos/{}/{}/branches/{} 200");
    }
}
