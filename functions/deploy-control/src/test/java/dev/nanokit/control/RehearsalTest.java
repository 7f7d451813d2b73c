package dev.nanokit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.nanokit.state.table.memory.MemoryTable;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** What the functions do before their snapshot, where there is no AWS and no GitHub. */
class RehearsalTest {
    private final InstantSource clock = InstantSource.system();

    @Test
    void applyGetsItsLockOnATableThatIsMadeUp() throws Exception {
        assertThat(new StateRehearsal(clock).inMemory()).contains("\"next\":\"planAgain\"");
    }

    @Test
    void pullRequestComesAsFarAsTheFirstQuestionToGitHub() throws Exception {
        assertThat(new GitHubRehearsal().opened(new MemoryTable(clock))).contains("\"next\":\"wait\"");
    }

    @Test
    void pageOfAPlanThatIsMadeUpIsShown() throws Exception {
        assertThat(new PagesRehearsal(clock).page()).contains("\"statusCode\":200", "rehearsal · production · main");
    }

    @Test
    void rehearsalsNeedNoNetworkAndNoCredentials() {
        assertThatCode(() -> new StateRehearsal(clock).perform()).doesNotThrowAnyException();
        assertThatCode(() -> new GitHubRehearsal().perform()).doesNotThrowAnyException();
        assertThatCode(() -> new PagesRehearsal(clock).perform()).doesNotThrowAnyException();
    }
}
