package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Typed;
import dev.nanokit.cli.backend.LiveBackend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** What somebody does by hand on a real engine, seen from a checkout of the file that was applied. */
class DriftCommandTest {
    private static final int DRIFT = 4;

    private final String project = "nk" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    private Typed nkapp;

    @BeforeEach
    void applyTheFirstCommit() {
        Engine.require();
        nkapp = typed(folder).file(".env", "KEY=hunter2\n").file(".gitignore", ".env\nstate\n");
        git("init", "--quiet", "--initial-branch=main");
        git("remote", "add", "origin", "https://github.example/acme/shop.git");
        commit(shop("one"));
    }

    @AfterEach
    void sweep() {
        Engine.sweep(project);
    }

    @Test
    void beforeTheFirstApplyThereIsNothingToDriftFrom() {
        Typed.Outcome drift = nkapp.run("drift");

        assertThat(drift.status()).isZero();
        assertThat(drift.out()).contains("Nothing has been applied here yet.");
    }

    @Test
    void aStoppedContainerIsDriftUntilSomebodyStartsIt() {
        up();
        assertThat(nkapp.run("drift").status()).isZero();
        Engine.docker("docker", "stop", "-t", "0", container());

        Typed.Outcome drift = nkapp.run("drift");

        assertThat(drift.status()).as(drift.out() + drift.err()).isEqualTo(DRIFT);
        assertThat(drift.out())
                .contains("container web", "changed by hand", "Drift: 1 changed by hand, 0 removed by hand", "nkapp up")
                .doesNotContain("hunter2");
        Engine.docker("docker", "start", container());
        assertThat(nkapp.run("drift").status()).isZero();
    }

    @Test
    void aRemovedNetworkIsDriftAndAnApplyPutsItBack() {
        up();
        String network = Engine.docker("docker", "network", "ls", "-q", "--filter", "name=" + project)
                .strip();
        Engine.docker("docker", "network", "disconnect", "-f", network, container());
        Engine.docker("docker", "network", "rm", network);

        JsonNode drift = json(DRIFT);

        JsonNode found = drift.path("environments").path(0);
        assertThat(drift.path("drift").asBoolean()).isTrue();
        assertThat(found.path("byHand")
                        .valueStream()
                        .map(change -> change.path("type").asString()))
                .contains("network");
        assertThat(found.path("byHand")
                        .valueStream()
                        .flatMap(change -> change.path("reasons").valueStream()))
                .allSatisfy(reason -> assertThat(reason.asString()).contains("by hand"));
        up();
        assertThat(json(0).path("drift").asBoolean()).isFalse();
    }

    @Test
    void whatIsNotAppliedYetIsNoDrift() {
        up();
        String applied = head();
        commit(shop("two"));

        JsonNode found = json(0).path("environments").path(0);

        assertThat(found.path("commit").asString()).isEqualTo(applied);
        assertThat(found.path("besides")).isEmpty();
        assertThat(nkapp.run("plan", "--detailed-exitcode").status()).isEqualTo(2);
    }

    @Test
    void whatWasAppliedWithoutBeingCommittedIsTheFilesAndNobodysDoing() {
        nkapp.file("nanokit.yml", shop("tried out"));
        up();

        JsonNode found = json(0).path("environments").path(0);

        assertThat(found.path("byHand")).isEmpty();
        assertThat(found.path("besides")).isNotEmpty();
    }

    @Test
    void aCloneWithoutTheAppliedCommitIsToldHowToGetIt() {
        commit(shop("two"));
        up();
        String applied = head();
        git("reset", "--quiet", "--hard", "HEAD~1");
        git("reflog", "expire", "--expire=now", "--all");
        git("gc", "--quiet", "--prune=now");

        Typed.Outcome drift = nkapp.run("drift");

        assertThat(drift.status()).isEqualTo(1);
        assertThat(drift.err()).contains("commit " + applied, "is not in this clone", "git fetch origin " + applied);
    }

    @Test
    void whatAnImageIsBuiltFromIsReadFromTheAppliedCommitToo() {
        nkapp.file("web/Dockerfile", "FROM " + Engine.IMAGE + "\nCOPY page /www/\n")
                .file("web/page", "one");
        commit(built());
        up();
        nkapp.file("web/page", "two");
        commit(built());
        Engine.docker("docker", "stop", "-t", "0", container());

        JsonNode found = json(DRIFT).path("environments").path(0);

        assertThat(found.path("byHand")).hasSize(1);
        assertThat(found.path("besides")).isEmpty();
    }

    @Test
    void everyEnvironmentThatWasAppliedIsLookedAt() {
        commit(shop("one") + "environments: { stage: {}, production: {} }\n");
        assertThat(nkapp.run("up", "-y", "-e", "stage").status()).isZero();
        Engine.docker("docker", "rm", "-f", container());

        Typed.Outcome drift = nkapp.run("drift", "--all-environments");

        assertThat(drift.status()).as(drift.out() + drift.err()).isEqualTo(DRIFT);
        assertThat(drift.out())
                .contains(project + " in stage", "was removed by hand")
                .doesNotContain(project + " in production", project + " in local");
    }

    private Typed typed(Path in) {
        return new Typed(in, LiveBackend::open)
                .variable("NANOKIT_STATE", "sqlite://" + folder.resolve("state/state.db"));
    }

    private String shop(String greeting) {
        return """
                name: %s
                services:
                  web:
                    image: %s
                    start: httpd -f -p 80 -h /www
                    env: { GREETING: %s }
                    secrets: { KEY: { from: env } }
                """.formatted(project, Engine.IMAGE, greeting);
    }

    private String built() {
        return """
                name: %s
                services:
                  web: { build: ./web, start: httpd -f -p 80 -h /www }
                """.formatted(project);
    }

    private void commit(String file) {
        nkapp.file("nanokit.yml", file);
        git("add", "--all");
        git(
                "-c",
                "user.name=Ada",
                "-c",
                "user.email=ada@acme.example",
                "commit",
                "--quiet",
                "--allow-empty",
                "--message",
                "change");
    }

    private void up() {
        Typed.Outcome up = nkapp.run("up", "-y");
        assertThat(up.status()).as(up.out() + up.err()).isZero();
    }

    private String container() {
        return Engine.docker("docker", "ps", "-aq", "--filter", "name=" + project)
                .strip();
    }

    private String head() {
        return git("rev-parse", "HEAD").strip();
    }

    private String git(String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(words));
        return Engine.docker(command.toArray(String[]::new));
    }

    private JsonNode json(int status) {
        Typed.Outcome outcome = nkapp.run("drift", "--json");
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isEqualTo(status);
        return new ObjectMapper().readTree(outcome.out());
    }
}
