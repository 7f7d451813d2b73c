package dev.nanokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever init finds, what it writes is a valid file. */
class InitCommandTest {
    @TempDir
    private Path parent;

    private Path folder;
    private Typed nkapp;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(parent.resolve("My Shop"));
        nkapp = new Typed(folder, variables -> new TestBackend());
    }

    @Test
    void anEmptyFolderGetsAnExample() throws IOException {
        assertThat(nkapp.run("init").status()).isZero();

        Golden.assertSame("init-empty.yml", written());
        assertThat(environment().project()).isEqualTo("my-shop");
        assertThat(environment().services()).containsOnlyKeys("web");
    }

    @Test
    void aDockerfileBecomesAService() throws IOException {
        nkapp.file("Dockerfile", "FROM scratch\nexpose 3000/tcp\nEXPOSE 3001\n");

        Typed.Outcome outcome = nkapp.run("init", "--name", "shop");

        assertThat(outcome.out()).isEqualTo("""
                        ✓ Found a Dockerfile that exposes port 3000: it becomes the service my-shop.
                        ✓ Wrote nanokit.yml.
                          Look it over, then: nkapp plan
                        """);
        assertThat(environment().services().get("my-shop").port()).hasValue(3000);
        assertThat(environment().project()).isEqualTo("shop");
    }

    @Test
    void aComposeFileIsCarriedOverAsFarAsItMeansTheSame() throws IOException {
        nkapp.file("docker-compose.yml", """
                services:
                  web_front:
                    build: { context: ./front }
                    ports: ["8080:80", "8443:443"]
                    depends_on: { db: { condition: service_healthy } }
                    restart: always
                  api:
                    image: acme/api:1.4.2
                    depends_on: [db, cache]
                    environment: { PASSWORD: hunter2 }
                  db: { image: "postgres:16.2-alpine" }
                  cache: { image: library/redis }
                  odd: { command: x }
                """);

        assertThat(nkapp.run("init").status()).isZero();

        Golden.assertSame("init-compose.yml", written());
        assertThat(written()).doesNotContain("hunter2");
        assertThat(environment().services()).containsOnlyKeys("web-front", "api");
        assertThat(environment().databases()).containsOnlyKeys("db", "cache");
    }

    @Test
    void aBrokenComposeFileIsNoObstacle() throws IOException {
        nkapp.file("compose.yaml", "services: [\n");

        assertThat(nkapp.run("init").status()).isZero();
        assertThat(written()).contains("# Not carried over", "compose.yaml was not made use of");
        assertThat(environment().services()).containsOnlyKeys("web");
    }

    @Test
    void whatIsThereIsNeverOverwritten() throws IOException {
        nkapp.file("nanokit.yml", "mine\n");

        Typed.Outcome outcome = nkapp.run("init");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("nanokit.yml is there already, and stays as it is");
        assertThat(written()).isEqualTo("mine\n");
    }

    @Test
    void aNameThatCannotBeIsRefusedWithOneThatCan() {
        Typed.Outcome outcome = nkapp.run("init", "--name", "My Shop");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("'My Shop' can't be the name of a project", "--name my-shop");
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("nanokit.yml"));
    }

    private Environment environment() throws IOException {
        return NanokitConfig.parse("nanokit.yml", written()).environment("local", Variables.none());
    }
}
