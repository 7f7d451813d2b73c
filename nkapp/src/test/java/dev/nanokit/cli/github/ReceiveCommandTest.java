package dev.nanokit.cli.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Golden;
import dev.nanokit.cli.Typed;
import dev.nanokit.cli.backend.LiveBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Replays deliveries on folders, over the embedded state. Where an engine would be asked, there is none. */
class ReceiveCommandTest {
    private static final Path DELIVERIES =
            Path.of("../examples/deliveries").toAbsolutePath().normalize();
    private static final String OPENED =
            DELIVERIES.resolve("pull_request.opened.json").toString();

    @TempDir
    private Path folder;

    @Test
    void everyErrorOfTheFileIsShownOnItsLine() {
        Typed.Outcome outcome = nkapp().file(
                        "repo/nanokit.yml",
                        "name: shop\nservices:\n  web: { image: nginx, prot: 80 }\n  Bad_Name: {}\n")
                .run("github", "receive", "--event", "pull_request", "--payload", OPENED, "--repo", "repo");

        assertThat(outcome.status()).isZero();
        Golden.assertSame("github-receive-invalid.txt", outcome.out());
    }

    @Test
    void withJsonItIsWhatWouldBeSentToGitHub() throws IOException {
        Typed.Outcome outcome = nkapp().file(
                        "repo/nanokit.yml", "name: shop\nservices:\n  web: { image: nginx, prot: 80 }\n")
                .run("github", "receive", "--event", "pull_request", "--payload", OPENED, "--repo", "repo", "--json");

        JsonNode posted = new ObjectMapper().readTree(outcome.out());
        JsonNode check = posted.path("check_runs").path(0);
        assertThat(check.path("head_sha").asString()).isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
        assertThat(check.path("status").asString()).isEqualTo("completed");
        assertThat(check.path("conclusion").asString()).isEqualTo("failure");
        assertThat(check.path("output")
                        .path("annotations")
                        .path(0)
                        .path("annotation_level")
                        .asString())
                .isEqualTo("failure");
        assertThat(check.path("output")
                        .path("annotations")
                        .path(0)
                        .path("start_line")
                        .asInt())
                .isEqualTo(3);
        assertThat(check.propertyNames())
                .containsExactly("name", "external_id", "status", "conclusion", "output", "actions", "head_sha");
        assertThat(posted.path("deployments").isEmpty()).isTrue();
    }

    @Test
    void aPageShowsTheSame() throws IOException {
        nkapp().file("repo/nanokit.yml", "name: shop\nservices:\n  web: { image: nginx, prot: 80 }\n")
                .run(
                        "github",
                        "receive",
                        "--event",
                        "pull_request",
                        "--payload",
                        OPENED,
                        "--repo",
                        "repo",
                        "--html",
                        "page.html");

        assertThat(Files.readString(folder.resolve("page.html")))
                .startsWith("<!doctype html>")
                .contains("acme/shop · pull request #12", "prot");
    }

    @Test
    void whereNoEngineAnswersTheCheckSaysSo() {
        Typed.Outcome outcome =
                shop().run("github", "receive", "--event", "pull_request", "--payload", OPENED, "--repo", "repo");

        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        assertThat(outcome.out()).contains("nanokit / production", "Docker");
    }

    @Test
    void theBaseIsTheFolderThatIsNamedForIt() {
        Typed.Outcome outcome = shop().file("base/nanokit.yml", "name: shop\ngit: { environments: { main: stage } }\n")
                .run(
                        "github",
                        "receive",
                        "--event",
                        "pull_request",
                        "--payload",
                        OPENED,
                        "--repo",
                        "repo",
                        "--base",
                        "base");

        assertThat(outcome.out()).contains("nanokit / stage");
    }

    @Test
    void whoMayOnlyReadIsRefused() {
        Typed.Outcome outcome = shop().run(
                        "github",
                        "receive",
                        "--event",
                        "issue_comment",
                        "--payload",
                        DELIVERIES.resolve("issue_comment.apply.json").toString(),
                        "--repo",
                        "repo",
                        "--permission",
                        "read");

        assertThat(outcome.out()).contains("write", "👀 on comment 9001");
        assertThat(outcome.out()).doesNotContain("Deployment to");
    }

    @Test
    void whatTheBasesFileRequiresAndThePullRequestLacksRefusesAnApply() {
        Typed.Outcome outcome = nkapp().file("repo/nanokit.yml", """
                        name: shop
                        git: { apply: comment, require: [approved, up_to_date], environments: { main: production } }
                        services: { web: { image: nginx } }
                        """)
                .run(
                        "github",
                        "receive",
                        "--event",
                        "issue_comment",
                        "--payload",
                        DELIVERIES.resolve("issue_comment.apply.json").toString(),
                        "--repo",
                        "repo",
                        "--lacks",
                        "mergeable",
                        "--lacks",
                        "approved");

        assertThat(outcome.out()).contains("is not approved yet").doesNotContain("Deployment to", "can't be merged");
    }

    @Test
    void whatIsOfNoConcernPostsNothing() {
        Typed.Outcome outcome = shop().file("labeled.json", opened().replace("\"opened\"", "\"labeled\""))
                .run("github", "receive", "--event", "pull_request", "--payload", "labeled.json", "--repo", "repo");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo("pull_request · labeled\n\nNothing would be posted.\n");
    }

    @Test
    void whatCannotBeReplayedIsSaidWithWhatToDo() {
        assertThat(refused("--event", "star", "--payload", OPENED, "--repo", "."))
                .contains("Nanokit does nothing on the event 'star'", "pull_request, issue_comment");
        assertThat(refused("--event", "push", "--payload", "no.json", "--repo", "."))
                .contains("there is no file", "no.json");
        nkapp().file("bad.json", "{\"action\":");
        assertThat(refused("--event", "push", "--payload", "bad.json", "--repo", "."))
                .contains("is no payload of the event push", "not JSON");
        nkapp().file("empty.json", "{}");
        assertThat(refused("--event", "push", "--payload", "empty.json", "--repo", "."))
                .contains("the field ref is missing");
        assertThat(refused("--event", "pull_request", "--payload", OPENED, "--repo", "nowhere"))
                .contains("there is no folder", "--repo");
        assertThat(refused("--event", "pull_request", "--payload", OPENED, "--repo", "."))
                .contains("there is no nanokit.yml", "nkapp init");
        assertThat(refused("--event", "pull_request", "--payload", OPENED, "--repo", ".", "--permission", "owner"))
                .contains("there is no permission 'owner'", "none, read, triage, write, maintain, admin");
        assertThat(refused("--event", "pull_request", "--payload", OPENED, "--repo", ".", "--lacks", "reviews"))
                .contains("there is no requirement 'reviews'", "approved, mergeable, up_to_date");
        assertThat(refused("--payload", OPENED, "--repo", ".")).contains("--event");
    }

    private String refused(String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "github";
        words[1] = "receive";
        System.arraycopy(options, 0, words, 2, options.length);
        Typed.Outcome outcome = nkapp().run(words);
        assertThat(outcome.status()).as(outcome.err()).isEqualTo(64);
        return outcome.err();
    }

    private static String opened() {
        try {
            return Files.readString(Path.of(OPENED), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Typed shop() {
        return nkapp().file("repo/nanokit.yml", """
                        name: shop
                        git: { apply: comment, environments: { main: production } }
                        services: { web: { image: nginx } }
                        """);
    }

    private Typed nkapp() {
        return new Typed(folder, LiveBackend::open)
                .variable("NANOKIT_STATE", "sqlite://" + folder.resolve("state.db"))
                .variable("DOCKER_HOST", "tcp://127.0.0.1:1");
    }
}
