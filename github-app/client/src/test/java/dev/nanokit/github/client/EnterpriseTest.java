package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.Repository;
import dev.nanokit.github.standin.world.Pull;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GitHub Enterprise Server, whose API lies below a path. */
class EnterpriseTest extends AtGitHub {
    @TempDir
    Path folder;

    private final Repository enterprise = GitHubClient.connect(
                    new ClientSettings(
                                    github.enterpriseApiUrl(),
                                    Long.toString(github.app().id()),
                                    () -> github.app().keys().pem(),
                                    "nanokit-test")
                            .withPause(hour)
                            .withListener(calls::add),
                    hour)
            .repository(ref());

    @Test
    void everythingIsAskedBelowThePath() {
        shop.commit("feature/x", Map.of("api/nanokit.yml", "name: x\n"));
        Pull pull = shop.open("feature/x", "mona");
        for (int i = 0; i < 120; i++) {
            pull.comment("mona", "chat");
        }

        long comment = enterprise.createComment(1, "<!-- m -->");
        enterprise.react(comment, "eyes");
        enterprise.checkout(pull.headSha(), folder);

        assertThat(enterprise.files("feature/x", "nanokit.yml")).containsOnlyKeys("api/nanokit.yml", "nanokit.yml");
        assertThat(enterprise.findComment(1, "<!-- m -->")).contains(comment);
        assertThat(enterprise.checks(head)).isEmpty();
        assertThat(folder.resolve("api/nanokit.yml")).exists();
        assertThat(calls).extracting(call -> call.route()).contains("/repos/{}/{}/git/trees/{}", "/app");
    }
}
