package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresEngine
class LifecycleTest {
    private static final String SERVE = "serve 8080";

    private final Lab lab = new Lab();
    private final EngineClient engine = TestEngine.client();

    @AfterEach
    void cleanUp() {
        engine.close();
        lab.close();
    }

    private static String file(String logLevel) {
        return """
                services:
                  web:
                    image: %1$s
                    start: %2$s
                    expose: 8080
                    instances: 2
                    depends_on: [api]
                    env: { LOG_LEVEL: %3$s }
                    cpu: 0.5
                    memory: 64mb
                    volumes: ["uploads:/uploads"]
                  api: { image: "%1$s", start: "%2$s", expose: 8080 }
                volumes:
                  uploads: {}
                """.formatted(TestImages.busybox(), SERVE, logLevel);
    }

    @Test
    void createdThenLeftAloneThenChangedThenLeftAloneThenRemovedWithoutATrace() {
        Plan created = lab.up(file("info"));
        assertThat(created.count(Action.CREATE)).isEqualTo(5);
        assertThat(lab.plan(file("info")).isEmpty()).isTrue();

        Plan changed = lab.up(file("debug"));
        assertThat(changed.changes().map(Change::key).map(Object::toString))
                .containsExactlyInAnyOrder("container/web-1", "container/web-2");
        assertThat(changed.changes().flatMap(change -> change.reasons().stream()))
                .containsOnly("env.LOG_LEVEL: info → debug");
        assertThat(lab.plan(file("debug")).isEmpty()).isTrue();

        lab.destroy();
        assertThat(Leftovers.of(lab.project())).isEmpty();
    }

    @Test
    void whatRunsIsWhatTheFileSays() {
        lab.up(file("info"));

        InspectContainerResponse web = inspect("web-1");
        assertThat(web.getConfig().getEnv())
                .contains(
                        "LOG_LEVEL=info",
                        "NANOKIT_PROJECT=" + lab.project(),
                        "NANOKIT_ENV=" + lab.environmentName(),
                        "NANOKIT_SERVICE=web",
                        "NANOKIT_URL_API=http://api:8080");
        assertThat(web.getHostConfig().getNanoCPUs()).isEqualTo(500_000_000L);
        assertThat(web.getHostConfig().getMemory()).isEqualTo(64L * 1024 * 1024);
        assertThat(web.getHostConfig().getRestartPolicy().getName()).isEqualTo("unless-stopped");
        assertThat(web.getConfig().getLabels())
                .containsEntry(Labels.PROJECT, lab.project())
                .containsEntry(Labels.ENVIRONMENT, lab.environmentName())
                .containsEntry(Labels.COMPONENT, "main")
                .containsEntry(Labels.SERVICE, "web")
                .containsEntry(Labels.RESOURCE, "container/web-1")
                .containsKey(Labels.DIGEST);
        assertThat(Leftovers.of(lab.project()))
                .containsExactly(
                        "container " + lab.nameOf("api"),
                        "container " + lab.nameOf("web-1"),
                        "container " + lab.nameOf("web-2"),
                        "network " + lab.network(),
                        "volume " + lab.nameOf("uploads"));
    }

    @Test
    void servicesReachEachOtherByTheirNames() {
        lab.up(file("info"));

        assertThat(lab.run("web-1", List.of("wget", "-q", "-O", "-", "http://api:8080/")))
                .isEqualTo("hello");
    }

    @Test
    void aVolumeKeepsItsDataWhenTheContainerIsMadeAnew() {
        lab.up(file("info"));
        lab.run("web-1", List.of("sh", "-c", "echo kept > /uploads/note"));

        lab.up(file("debug"));

        assertThat(lab.run("web-2", List.of("cat", "/uploads/note"))).isEqualTo("kept");
    }

    @Test
    void limitsAreChangedWithoutMakingTheContainerAnew() {
        lab.up(file("info"));
        String before = inspect("web-1").getId();

        lab.up(file("info").replace("64mb", "96mb").replace("0.5", "0.25"));

        InspectContainerResponse after = inspect("web-1");
        assertThat(after.getId()).isEqualTo(before);
        assertThat(after.getHostConfig().getMemory()).isEqualTo(96L * 1024 * 1024);
        assertThat(after.getHostConfig().getNanoCPUs()).isEqualTo(250_000_000L);
        assertThat(lab.plan(file("info").replace("64mb", "96mb").replace("0.5", "0.25"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aLimitThatIsTakenOutOfTheFileIsTakenOffTheContainer() {
        lab.up(file("info"));
        String unlimited = file("info").replace("    memory: 64mb\n", "");

        lab.up(unlimited);

        assertThat(inspect("web-1").getHostConfig().getMemory()).isZero();
        assertThat(lab.plan(unlimited).isEmpty()).isTrue();
    }

    @Test
    void fewerReplicasAreRemovedAndZeroDisablesTheService() {
        lab.up(file("info"));

        lab.up(file("info").replace("instances: 2", "instances: 1"));
        assertThat(Leftovers.of(lab.project()))
                .contains("container " + lab.nameOf("web"))
                .doesNotContain("container " + lab.nameOf("web-1"), "container " + lab.nameOf("web-2"));

        lab.up(file("info").replace("instances: 2", "instances: 0"));
        assertThat(Leftovers.of(lab.project())).doesNotContain("container " + lab.nameOf("web"));
    }

    private InspectContainerResponse inspect(String service) {
        return engine.docker().inspectContainerCmd(lab.nameOf(service)).exec();
    }
}
