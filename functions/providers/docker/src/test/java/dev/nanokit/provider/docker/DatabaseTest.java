package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.DockerClient;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestDatabases;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresEngine
class DatabaseTest {
    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();
    private final DockerClient docker = engine.docker();
    private String version;

    @AfterEach
    void cleanUp() {
        lab.close();
        engine.close();
        TestImages.remove("postgres:" + version);
    }

    private String file(String... more) {
        return """
                services:
                  api: { image: "%s", start: serve 8080, depends_on: [orders] }
                databases:
                  orders: { engine: postgres, version: "%s"%s }
                """.formatted(TestImages.busybox(), version, String.join("", more));
    }

    @Test
    void aGeneratedPasswordLivesAsLongAsTheDataAndNoLonger() {
        version = TestDatabases.pretend();
        lab.up(file());
        String password = variable("orders", "POSTGRES_PASSWORD");
        assertThat(password).matches("[A-Za-z0-9]{32}");
        assertThat(variable("api", "ORDERS_PASSWORD")).isEqualTo(password);
        assertThat(variable("api", "ORDERS_USER")).isEqualTo("postgres");
        assertThat(variable("api", "ORDERS_URL")).isEqualTo("postgres://postgres:" + password + "@orders:5432/orders");

        docker.removeContainerCmd(lab.nameOf("orders")).withForce(true).exec();
        lab.up(file());
        assertThat(variable("orders", "POSTGRES_PASSWORD")).isEqualTo(password);
        assertThat(lab.run("orders", List.of("cat", "/var/lib/postgresql/data/password")))
                .isEqualTo(password);
        assertThat(lab.plan(file()).isEmpty()).isTrue();

        lab.destroy();
        lab.up(file());
        assertThat(variable("orders", "POSTGRES_PASSWORD")).isNotEqualTo(password);
    }

    @Test
    void aGeneratedPasswordIsInNoStateAndNoPlan() {
        version = TestDatabases.pretend();
        Plan plan = lab.up(file());

        String password = variable("orders", "POSTGRES_PASSWORD");
        assertThat(plan.toString()).doesNotContain(password);
        assertThat(lab.state().toString()).doesNotContain(password);
        assertThat(lab.progress().toString()).doesNotContain(password);
    }

    @Test
    void losingTheDataIsGuarded() {
        version = TestDatabases.pretend();
        lab.up(file());

        Plan plan = lab.plan("services: { api: { image: \"" + TestImages.busybox() + "\", start: serve 8080 } }\n");

        assertThat(plan.guards())
                .extracting(guard -> guard.resource())
                .containsExactly(new ResourceKey("volume", "orders-data"));
    }

    @Test
    void aPasswordFromTheFileIsEscapedInTheAddress() {
        version = TestDatabases.pretend();
        lab.with("ORDERS", "p@ss w/rd");

        lab.up(file(", rootPassword: { from: env, name: ORDERS }"));

        assertThat(variable("api", "ORDERS_PASSWORD")).isEqualTo("p@ss w/rd");
        assertThat(variable("api", "ORDERS_URL")).isEqualTo("postgres://postgres:p%40ss%20w%2Frd@orders:5432/orders");
    }

    @Test
    void aRealDatabaseIsReadyAndLetsInWhoHasThePassword() throws IOException, InterruptedException {
        version = TestDatabases.postgres();
        lab.up(file());

        assertThat(query(variable("api", "ORDERS_PASSWORD"), "SELECT 40 + 2")).isEqualTo("42");
        assertThat(query("wrong", "SELECT 1")).contains("password authentication failed");
    }

    @Test
    void anotherPasswordInTheFileBecomesTheDatabasesPasswordAndTheDataStays() throws IOException, InterruptedException {
        version = TestDatabases.postgres();
        lab.up(file());
        query(variable("orders", "POSTGRES_PASSWORD"), "CREATE TABLE kept AS SELECT 7 AS number");
        String difficult = "it's \"a\" \\ $PATH %s `x`";
        lab.with("ORDERS", difficult);

        lab.up(file(", rootPassword: { from: env, name: ORDERS }"));

        assertThat(query(difficult, "SELECT number FROM kept")).isEqualTo("7");
        assertThat(variable("api", "ORDERS_PASSWORD")).isEqualTo(difficult);
        assertThat(lab.plan(file(", rootPassword: { from: env, name: ORDERS }")).isEmpty())
                .isTrue();

        lab.up(file());
        assertThat(query(variable("api", "ORDERS_PASSWORD"), "SELECT number FROM kept"))
                .isEqualTo("7");
    }

    @Test
    void aPasswordThatCanNotBeChangedLeavesTheDatabaseAsItIs() {
        version = TestDatabases.pretend();
        lab.up(file());
        String before = docker.inspectContainerCmd(lab.nameOf("orders")).exec().getId();
        lab.with("ORDERS", "another");

        assertThatThrownBy(() -> lab.up(file(", rootPassword: { from: env, name: ORDERS }")))
                .hasMessageContaining("the password of database orders could not be changed")
                .hasMessageContaining("psql");

        assertThat(docker.inspectContainerCmd(lab.nameOf("orders")).exec().getId())
                .isEqualTo(before);
    }

    private String query(String password, String sql) {
        return lab.run(
                "orders",
                List.of(
                        "env",
                        "PGPASSWORD=" + password,
                        "psql",
                        "-h",
                        "127.0.0.1",
                        "-U",
                        "postgres",
                        "-d",
                        "orders",
                        "-At",
                        "-c",
                        sql));
    }

    private String variable(String service, String name) {
        return Arrays.stream(docker.inspectContainerCmd(lab.nameOf(service))
                        .exec()
                        .getConfig()
                        .getEnv())
                .filter(variable -> variable.startsWith(name + "="))
                .map(variable -> variable.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }
}
