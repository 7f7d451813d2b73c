package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.github.Aside;
import dev.nanokit.github.standin.StandIn;
import dev.nanokit.github.standin.web.Webhooks.Attempt;
import dev.nanokit.github.standin.world.Check;
import dev.nanokit.github.standin.world.Comments.Comment;
import dev.nanokit.github.standin.world.Deployments.Deployment;
import dev.nanokit.github.standin.world.Pull;
import dev.nanokit.github.standin.world.Repo;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole App: a real process, a GitHub that holds every call against GitHub's description, a real Docker engine. */
@Timeout(180)
class GitHubServeTest {
    private final String project = "nk" + UUID.randomUUID().toString().substring(0, 8);
    private final List<Serving> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private StandIn github;
    private Repo repo;

    @BeforeEach
    void openGitHub() throws IOException {
        github = StandIn.start();
        repo = github.repository("acme/" + project);
        repo.collaborator("ada", "write");
        keep("key.pem", github.app().keys().pem());
        keep("secret", github.app().webhookSecret());
    }

    @AfterEach
    void clean() throws InterruptedException {
        for (Serving one : started) {
            one.end();
        }
        github.close();
        Engine.sweep(project);
    }

    @Test
    void aPullRequestGetsItsCheckAndACommentAppliesIt() throws Exception {
        Engine.require();
        repo.commit("main", Map.of("README.md", project, "nanokit.yml", file("")));
        Serving app = serve();
        repo.commit(
                "web",
                Map.of(
                        "nanokit.yml",
                        file("services: { web: { image: \"" + Engine.IMAGE + "\", start: sleep 1000 } }\n")));
        Pull pull = repo.open("web", "ada");
        app.awaitDone("PullRequestChanged");

        Check check = repo.checks().named("nanokit / production");
        assertThat(check.headSha()).isEqualTo(pull.headSha());
        assertThat(check.output("title")).startsWith("+");
        assertThat(check.output("text") + check.output("summary")).contains("container");

        long comment = pull.comment("ada", "/nanokit apply");
        app.awaitDone("CommentCreated");

        assertThat(containers()).hasSize(1);
        assertThat(repo.comments().find(comment).orElseThrow().reactions()).contains("eyes");
        assertThat(repo.comments().on(pull.number()).stream().filter(Comment::byApp))
                .singleElement()
                .satisfies(answer -> assertThat(answer.body()).contains("/nanokit apply", "✅"));
        assertThat(repo.deployments().all()).extracting(Deployment::state).containsExactly("success");
        assertThat(repo.checks().named("nanokit / production").text("conclusion"))
                .isEqualTo("success");
        assertThat(github.traffic().violations()).isEmpty();
    }

    @Test
    void whatAKillCutsOffIsDoneAfterTheNextStart() throws Exception {
        repo.commit("main", Map.of("nanokit.yml", "name: " + project + "\nservices: { web: { prot: 1 } }\n"));
        repo.commit("web", Map.of("a", "b"));
        Serving doomed = serve();
        github.faults().secondaryLimit("checks/create", 403, 3600);
        Pull pull = repo.open("web", "ada");
        assertThat(doomed.await("failed").path("again_in_ms").asLong()).isGreaterThan(60_000);

        doomed.kill();
        assertThat(repo.checks().at(pull.headSha())).isEmpty();
        Serving next = serve();
        next.awaitDone("PullRequestChanged");

        assertThat(repo.checks().at(pull.headSha()))
                .singleElement()
                .satisfies(check -> assertThat(check.text("conclusion")).isEqualTo("failure"));
        assertThat(next.stop()).isZero();
        assertThat(next.everything()).contains("\"event\":\"resumed\"", "\"event\":\"stopped\"");
    }

    @Test
    void whatNobodyCouldTakeIsCaughtUpWithOnce() throws Exception {
        repo.commit("main", Map.of("nanokit.yml", "name: " + project + "\nservices: { web: { prot: 1 } }\n"));
        repo.commit("web", Map.of("a", "b"));
        Pull pull = repo.open("web", "ada");
        github.webhooks().await();
        long missed = github.webhooks().attempts().size();
        Serving app = serve();

        Aside catchUp = Aside.start(folder, variables(), words("github", "redeliver", "--json"));
        String caughtUp = catchUp.rest();
        app.awaitDone("PullRequestChanged");
        github.webhooks().await();

        assertThat(catchUp.status()).as(caughtUp).isZero();
        assertThat(caughtUp.split("\"guid\"", -1)).hasSize((int) missed + 1);
        assertThat(repo.checks().at(pull.headSha())).isNotEmpty();
        assertThat(Aside.start(folder, variables(), words("github", "redeliver"))
                        .rest())
                .isEqualTo("✓ Everything of the last 1d has arrived.");
    }

    @Test
    void oneDeliveryIsSentAgainThoughItArrivedAndIsNotDoneTwice() throws Exception {
        repo.commit("main", Map.of("nanokit.yml", "name: " + project + "\nservices: { web: { prot: 1 } }\n"));
        repo.commit("web", Map.of("a", "b"));
        Serving app = serve();
        repo.open("web", "ada");
        app.awaitDone("PullRequestChanged");
        github.webhooks().await();
        Attempt arrived = github.webhooks().attempts().getLast();

        Aside again = Aside.start(
                folder,
                variables(),
                words("github", "redeliver", "--delivery", arrived.guid().toUpperCase(Locale.ROOT)));
        String said = again.rest();
        github.webhooks().await();

        assertThat(again.status()).as(said).isZero();
        assertThat(said)
                .contains("pull_request opened", arrived.guid(), "(202)")
                .endsWith("GitHub sends 1 of 1 delivery again.");
        assertThat(github.webhooks().attempts().getLast())
                .satisfies(attempt -> assertThat(attempt.redelivery()).isTrue())
                .satisfies(attempt -> assertThat(attempt.guid()).isEqualTo(arrived.guid()))
                .satisfies(attempt -> assertThat(attempt.statusCode()).isEqualTo(202));
        assertThat(app.await("duplicate").path("work").asString()).contains(arrived.guid());
        assertThat(app.stop()).isZero();
    }

    @Test
    void aDeliveryThatGitHubDoesNotKnowIsSaid() {
        Aside unknown = Aside.start(folder, variables(), words("github", "redeliver", "--delivery", "no-such-guid"));

        assertThat(unknown.rest()).contains("GitHub knows of no delivery no-such-guid in the last three days");
        assertThat(unknown.status()).isEqualTo(1);
    }

    @Test
    void oneDeliveryAndASpanCanNotBothBeAskedFor() {
        Aside both =
                Aside.start(folder, variables(), words("github", "redeliver", "--delivery", "guid", "--since", "1h"));

        assertThat(both.rest()).contains("--delivery and --since can't both be given");
        assertThat(both.status()).isEqualTo(64);
    }

    @Test
    void aSignatureThatIsNotGitHubsIsRefusedAndNothingIsDone() throws Exception {
        Serving app = start(words("--port", "0", "--webhook-secret-file", "secret"));
        URI webhook = app.webhook();
        int before = github.traffic().seen().size();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest forged = HttpRequest.newBuilder(webhook)
                    .header("X-GitHub-Event", "push")
                    .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                    .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(client.send(forged, BodyHandlers.ofString()).statusCode())
                    .isEqualTo(401);
        }
        assertThat(app.stop()).isZero();
        assertThat(github.traffic().seen()).hasSize(before);
    }

    @Test
    void anIdAndAKeyThatDoNotBelongTogetherAreFoundOutAtTheStart() throws Exception {
        Serving app = start("--app-id", "999", "--private-key-file", "key.pem", "--webhook-secret-file", "secret");

        assertThat(app.everything()).contains("--app-id and --private-key-file");
        assertThat(app.status()).isEqualTo(1);
    }

    @Test
    void aPortThatIsTakenIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            Serving app =
                    start(words("--port", String.valueOf(taken.getLocalPort()), "--webhook-secret-file", "secret"));

            assertThat(app.everything()).contains("nothing can listen on 127.0.0.1:" + taken.getLocalPort(), "--port");
            assertThat(app.status()).isEqualTo(1);
        }
    }

    @Test
    void aSecondServerOnTheSameStateIsRefusedAndOneAfterAKillIsNot() throws Exception {
        Serving first = serve();

        Serving second = start(words("--port", "0", "--webhook-secret-file", "secret"));
        assertThat(second.everything())
                .contains(
                        "another server works on this state: sqlite://" + folder.resolve("state/state.db"),
                        "(pid " + first.pid() + ")",
                        "NANOKIT_STATE");
        assertThat(second.status()).isEqualTo(1);

        first.kill();
        assertThat(serve().stop()).isZero();
    }

    @Test
    void aKeyThatOthersCanReadIsWarnedOf() throws Exception {
        Files.setPosixFilePermissions(folder.resolve("key.pem"), PosixFilePermissions.fromString("rw-r--r--"));
        Serving app = serve();

        assertThat(app.stop()).isZero();
        assertThat(app.everything()).contains("\"event\":\"open_to_others\"", "chmod 600");
    }

    private Serving serve() {
        Serving app = start(words("--port", "0", "--webhook-secret-file", "secret"));
        URI address = app.webhook();
        github.webhooks().sendTo(address);
        return app;
    }

    private String[] words(String... more) {
        return Stream.concat(
                        Stream.of(more),
                        Stream.of("--app-id", String.valueOf(github.app().id()), "--private-key-file", "key.pem"))
                .toArray(String[]::new);
    }

    private Serving start(String... options) {
        Serving app = Serving.start(folder, variables(), options);
        started.add(app);
        return app;
    }

    private Map<String, String> variables() {
        return Map.of(
                "NANOKIT_STATE",
                "sqlite://" + folder.resolve("state/state.db"),
                "NANOKIT_GITHUB_API_URL",
                github.apiUrl().toString());
    }

    /** A comment applies: the test says when. */
    private String file(String rest) {
        return "name: " + project + "\ngit: { apply: comment, environments: { main: production } }\n" + rest;
    }

    private void keep(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-------"));
    }

    private List<String> containers() {
        return Engine.docker("docker", "ps", "-q", "--filter", "name=" + project)
                .lines()
                .toList();
    }
}
