package dev.nanokit.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.docker.DockerProvider;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import dev.nanokit.provider.docker.rollout.Pace;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Applied;
import dev.nanokit.stages.Site;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.RamDisk;
import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The life of an environment on a real engine: the same in one process and in the workflows as they are deployed. */
@RequiresEngine
@Timeout(300)
class DockerWorkflowTest {
    private static final Pace QUICK =
            new Pace(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMillis(40));

    /** Nobody else on the engine has them; both lives have the same, one after the other. */
    private final EnvironmentId id = new EnvironmentId("local", "nkt-" + random(), "e" + random());

    private final Provider docker = new DockerProvider(QUICK, InstantSource.system());

    @TempDir(factory = RamDisk.class)
    Path folder;

    @AfterEach
    void cleanUp() {
        Leftovers.remove(id.project());
    }

    @Test
    void createdThenLeftAloneThenChangedThenLeftAloneThenDestroyed() {
        List<Picture> inProcess =
                life(Site.IN_PROCESS, SqliteTable.open(folder.resolve("state.db"), InstantSource.system()));

        List<Picture> inWorkflows = life(AslWorkflows::new, LocalDynamoDb.openNew(InstantSource.system()));

        assertThat(inWorkflows).containsExactlyElementsOf(inProcess);
    }

    private List<Picture> life(Site.Runner runner, Table table) {
        try (Site site = new Site(id, table, folder, runner)) {
            List<Picture> pictures = new ArrayList<>();
            pictures.add(applied(site, "info"));
            assertThat(Leftovers.of(id.project()))
                    .containsExactly(
                            "container " + name("api"),
                            "container " + name("web-1"),
                            "container " + name("web-2"),
                            "network nanokit-net-" + id.environment(),
                            "volume " + name("uploads"));
            pictures.add(unchanged(site, "info"));
            pictures.add(applied(site, "debug"));
            pictures.add(unchanged(site, "debug"));
            pictures.add(destroyed(site));
            return pictures;
        }
    }

    private Picture applied(Site site, String logLevel) {
        Plan plan = run(site, logLevel).plan();
        assertThat(plan.isEmpty()).isFalse();
        ApplyResult result = run(site, logLevel).apply(plan);
        assertThat(result).isInstanceOf(Applied.class);
        return Picture.of(result, site);
    }

    private Picture unchanged(Site site, String logLevel) {
        assertThat(run(site, logLevel).plan().isEmpty()).isTrue();
        return Picture.of(run(site, logLevel).apply(), site);
    }

    private Picture destroyed(Site site) {
        ApplyResult result = run(site, "debug").destroying().forced().apply();
        assertThat(result).isInstanceOf(Applied.class);
        assertThat(Leftovers.of(id.project())).isEmpty();
        assertThat(site.state().resources()).isEmpty();
        return Picture.of(result, site);
    }

    private Site.Run run(Site site, String logLevel) {
        return site.run(List.of()).at(docker).file("""
                services:
                  web:
                    image: %1$s
                    start: serve 8080
                    expose: 8080
                    instances: 2
                    depends_on: [api]
                    env: { LOG_LEVEL: %2$s }
                    volumes: ["uploads:/uploads"]
                  api: { image: "%1$s", start: serve 8080, expose: 8080 }
                volumes:
                  uploads: {}
                """.formatted(TestImages.busybox(), logLevel));
    }

    private String name(String service) {
        return "nk-" + id.project() + "-" + id.environment() + "-" + service;
    }

    private static String random() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
