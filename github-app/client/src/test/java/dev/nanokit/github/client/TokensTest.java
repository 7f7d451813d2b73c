package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.AppPermissions;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The tokens that repositories are worked with. */
class TokensTest extends AtGitHub {
    private static final String CREATE = "apps/create-installation-access-token";

    private long tokensMade() {
        return github.traffic().operations().stream().filter(CREATE::equals).count();
    }

    @Test
    void aTokenIsGoodForOneRepositoryAndForWhatIsNeededThereAlone() {
        repository.branchHead("main");

        assertThat(github.gate().granted()).singleElement().satisfies(token -> {
            assertThat(token.repositories()).containsExactly("acme/shop");
            assertThat(token.permissions()).isEqualTo(AppPermissions.NEEDED);
        });
    }

    @Test
    void eachRepositoryHasItsOwnToken() {
        Repo other = github.repository("acme/other");
        other.commit("main", Map.of("nanokit.yml", ""));
        repository.branchHead("main");

        Repository second =
                client.repository(new RepositoryRef(github.installation("acme").id(), 1, "acme/other", "main"));

        assertThat(second.branchHead("main")).isNotEmpty();
        assertThat(github.gate().granted())
                .extracting(token -> List.copyOf(token.repositories()))
                .containsExactlyInAnyOrder(List.of("acme/shop"), List.of("acme/other"));
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() {
        repository.branchHead("main");
        hour.pass(Duration.ofMinutes(54));
        repository.branchHead("main");
        assertThat(tokensMade()).isEqualTo(1);

        hour.pass(Duration.ofMinutes(2));
        repository.branchHead("main");

        assertThat(tokensMade()).isEqualTo(2);
    }

    @Test
    void aRefusedTokenIsRenewedOnceWithoutAWord() {
        repository.branchHead("main");
        github.gate().revokeTokens();

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThat(tokensMade()).isEqualTo(2);
    }

    @Test
    void aTokenRefusedTwiceIsTheCallersMatter() {
        repository.branchHead("main");
        github.faults().failing("repos/get-branch", 401);
        github.faults().failing("repos/get-branch", 401);

        assertThatThrownBy(() -> repository.branchHead("main"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(401));
    }

    @Test
    void manyThreadsThatNeedATokenAtOnceAskForOne() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> work = IntStream.range(0, 40)
                    .<Callable<String>>mapToObj(i -> () -> repository.branchHead("main"))
                    .toList();
            for (var done : threads.invokeAll(work)) {
                assertThat(done.get()).isEqualTo(head);
            }
        }

        assertThat(tokensMade()).isEqualTo(1);
    }

    @Test
    void theInstallationIsLookedUpWhereADeliveryNamesNone() {
        Repository looked =
                client.repository(new RepositoryRef(RepositoryRef.UNKNOWN_INSTALLATION, 1, "acme/shop", "main"));

        assertThat(looked.branchHead("main")).isEqualTo(head);
        assertThat(looked.branchHead("main")).isEqualTo(head);
        assertThat(github.traffic().operations())
                .containsExactly("apps/get-repo-installation", CREATE, "repos/get-branch", "repos/get-branch");
    }

    @Test
    void aRepositoryWithoutTheAppIsSaidToBeSo() {
        Repository foreign =
                client.repository(new RepositoryRef(RepositoryRef.UNKNOWN_INSTALLATION, 1, "other/place", "main"));

        assertThatThrownBy(() -> foreign.branchHead("main"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404))
                .hasMessage("the App is not installed in other/place: install it there, from the App's page at GitHub");
    }

    @Test
    void anInstallationThatHasNotAgreedToAllIsWorkedWithAsFarAsItGoes() {
        github.installation("acme").withhold("deployments");

        assertThat(repository.branchHead("main")).isEqualTo(head);
        assertThatThrownBy(() -> repository.createDeployment(head, "production", "x"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(403))
                .hasMessageContaining("Resource not accessible by integration");
    }
}
