package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Typed;
import dev.nanokit.cli.backend.LiveBackend;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.Tables;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** nkapp from the file to a real engine and back, on a state of its own. */
class LifeOfAShopTest {
    private final String project = "nk" + UUID.randomUUID().toString().substring(0, 8);

    @TempDir
    private Path folder;

    private Typed nkapp;

    @BeforeEach
    void makeProject() {
        Engine.require();
        nkapp = new Typed(folder, LiveBackend::open)
                .variable("NANOKIT_STATE", address())
                .file(".env", "KEY=hunter2\n");
        shop("one");
    }

    @AfterEach
    void sweep() {
        Engine.sweep(project);
    }

    @Test
    void whatTheFileSaysComesUpStaysChangesAndGoes() {
        assertThat(json("plan", "--json").path("summary").path("create").asInt())
                .isPositive();

        Typed.Outcome up = nkapp.run("up", "-y");
        assertThat(up.status()).as(up.out() + up.err()).isZero();
        assertThat(up.out()).contains("created").doesNotContain("hunter2");

        assertThat(nkapp.run("plan", "--detailed-exitcode").status())
                .as("nothing to change")
                .isZero();
        JsonNode status = json("status", "--json");
        assertThat(status.path("serial").asLong()).isEqualTo(1);
        assertThat(status.path("resources"))
                .isNotEmpty()
                .allSatisfy(resource ->
                        assertThat(resource.path("presence").asString()).isEqualTo("there"));

        shop("two");
        Typed.Outcome plan = nkapp.run("plan", "--detailed-exitcode");
        assertThat(plan.status()).isEqualTo(2);
        assertThat(plan.out()).contains("GREETING").doesNotContain("hunter2");
        assertThat(nkapp.run("up", "-y").status()).isZero();

        Typed.Outcome destroy = nkapp.run("destroy", "-y");
        assertThat(destroy.status()).as(destroy.out() + destroy.err()).isZero();
        assertThat(json("status", "--json").path("resources")).isEmpty();
        assertThat(Engine.docker("docker", "ps", "-aq", "--filter", "name=" + project))
                .isEmpty();
    }

    @Test
    void aContainerThatSomebodyRemovedIsSeenAndMadeAgain() {
        assertThat(nkapp.run("up", "-y").status()).isZero();
        String id = Engine.docker("docker", "ps", "-q", "--filter", "name=" + project)
                .strip();
        Engine.docker("docker", "rm", "-f", id);

        assertThat(nkapp.run("status").out()).contains("gone");
        assertThat(nkapp.run("plan", "--detailed-exitcode").status()).isEqualTo(2);
        assertThat(nkapp.run("up", "-y").status()).isZero();
        assertThat(nkapp.run("status").out()).doesNotContain("gone");
    }

    @Test
    void aSavedPlanIsAppliedOnceAndThenOvertaken() {
        nkapp.run("plan", "--output", "plan.json");
        Typed.Outcome first = nkapp.run("up", "--plan", "plan.json", "-y");
        Typed.Outcome second = nkapp.run("up", "--plan", "plan.json", "-y");

        assertThat(first.status()).as(first.out() + first.err()).isZero();
        assertThat(second.status()).isEqualTo(1);
        assertThat(second.err()).contains("plan.json is no longer what would be done", "the serial was 0 and is 1 now");
    }

    @Test
    void whoeverFindsALockIsToldAndUnlockLetsTheNextRunGoOn() {
        try (Table table = Tables.open(address(), InstantSource.system())) {
            Holder ada = new Holder("ada@laptop (pid 1)", "nkapp up", "", Instant.now());
            LockRequest request = new LockRequest(
                    new EnvironmentId("local", project, "local"),
                    "main",
                    InfraAccess.WRITE,
                    ada,
                    "a",
                    Duration.ofMinutes(10));
            assertThat(new TableLocks(table).acquire(request, Sighting.NONE)).isInstanceOf(Acquisition.Granted.class);
        }

        Typed.Outcome blocked = nkapp.run("up", "-y");
        assertThat(blocked.status()).as(blocked.out() + blocked.err()).isEqualTo(3);
        assertThat(blocked.out())
                .startsWith("Shared modules are being initialized…\n  held by   ada@laptop (pid 1), nkapp up\n")
                .contains("to clear  nkapp infra unlock --env local\n");
        assertThat(nkapp.run("infra", "locks").out()).contains("held by  ada@laptop (pid 1)");

        assertThat(nkapp.run("infra", "unlock", "--env", "local").out()).contains("held by ada@laptop (pid 1)");
        assertThat(nkapp.run("up", "-y").status()).isZero();
        assertThat(nkapp.run("infra", "locks").out()).startsWith("Nobody holds");
    }

    @Test
    void anEngineThatDoesNotAnswerIsSaidWithWhatToDo() {
        Typed.Outcome plan = nkapp.variable("DOCKER_HOST", "unix://" + folder.resolve("none.sock"))
                .run("plan");
        assertThat(plan.status()).isEqualTo(1);
        assertThat(plan.err()).contains("none.sock", "fix").doesNotContain("Exception");

        Typed.Outcome doctor = nkapp.run("doctor");
        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.out()).contains("✗ docker", "none.sock", "✓ state");
    }

    @Test
    void doctorFindsNothingWrongHere() {
        Typed.Outcome doctor = nkapp.run("doctor");

        assertThat(doctor.status()).as(doctor.out()).isZero();
        assertThat(doctor.out()).contains("✓ java", "✓ state", "✓ docker", "answers: engine ", "API 1.", "✓ file");
    }

    private void shop(String greeting) {
        nkapp.file("nanokit.yml", """
                name: %s
                services:
                  web:
                    image: %s
                    start: httpd -f -p 80 -h /www
                    env: { GREETING: %s }
                    secrets: { KEY: { from: env } }
                """.formatted(project, Engine.IMAGE, greeting));
    }

    private String address() {
        return "sqlite://" + folder.resolve("state/state.db");
    }

    private JsonNode json(String... words) {
        Typed.Outcome outcome = nkapp.run(words);
        assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }
}
