package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.standin.StandIn;
import dev.nanokit.github.standin.world.Comments.Comment;
import dev.nanokit.github.standin.world.Issue;
import dev.nanokit.github.standin.world.Repo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server looks after what it has applied: a real process, GitHub by its description, a real Docker engine. */
@Timeout(180)
class GitHubDriftTest {
    private final String project = "nk" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    private StandIn github;
    private Repo repo;
    private Serving app;

    @BeforeEach
    void serve() throws IOException {
        Engine.require();
        github = StandIn.start();
        repo = github.repository("acme/" + project);
        keep("key.pem", github.app().keys().pem());
        keep("secret", github.app().webhookSecret());
        app = Serving.start(
                folder,
                Map.of(
                        "NANOKIT_STATE",
                        "sqlite://" + folder.resolve("state/state.db"),
                        "NANOKIT_GITHUB_API_URL",
                        github.apiUrl().toString(),
                        "NANOKIT_GITHUB_DRIFT_EVERY",
                        "1s"),
                "--port",
                "0",
                "--webhook-secret-file",
                "secret",
                "--app-id",
                String.valueOf(github.app().id()),
                "--private-key-file",
                "key.pem");
        github.webhooks().sendTo(app.webhook());
    }

    @AfterEach
    void clean() throws InterruptedException {
        app.end();
        github.close();
        Engine.sweep(project);
    }

    @Test
    void aContainerThatSomebodyStopsHasAnIssueUntilItRunsAgain() throws Exception {
        repo.commit("main", Map.of("nanokit.yml", """
                name: %s
                git: { environments: { main: production } }
                services: { web: { image: "%s", start: sleep 1000 } }
                """.formatted(project, Engine.IMAGE)));
        app.awaitDone("BranchPushed");
        awaitVerdict("as_applied");
        assertThat(repo.issues()).isEmpty();

        Engine.docker("docker", "stop", "-t", "0", container());
        awaitVerdict("drifted");
        awaitVerdict("drifted");

        assertThat(repo.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.open()).isTrue();
            assertThat(issue.title()).isEqualTo("Drift in production: 1 changed by hand");
            assertThat(issue.body()).contains("container `web`", "changed by hand");
            assertThat(issue.writes()).isZero();
        });

        Engine.docker("docker", "start", container());
        awaitVerdict("as_applied");

        Issue issue = repo.issues().getFirst();
        assertThat(issue.open()).isFalse();
        assertThat(repo.comments().on(issue.number()))
                .singleElement()
                .extracting(Comment::body)
                .asString()
                .contains("Everything is as it was applied again");
        assertThat(github.traffic().violations()).isEmpty();
        assertThat(app.stop()).isZero();
    }

    private void awaitVerdict(String verdict) {
        while (!app.await("drift").path("verdict").asString().equals(verdict)) {
            // It was looked at before, or while something was going on.
        }
    }

    private String container() {
        return Engine.docker("docker", "ps", "-aq", "--filter", "name=" + project)
                .strip();
    }

    private void keep(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }
}
