package dev.nanokit.stages;

import static dev.nanokit.stages.world.Things.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.stages.world.ModelCloud;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfflinePlanTest {
    private static final List<Resource> DESIRED = List.of(thing("net", "red"), thing("web", "red", "net"));

    @TempDir
    Path folder;

    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder);
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void comparesTheFileWithWhatWasApplied() {
        site.run(DESIRED).apply();

        assertThat(site.run(DESIRED).planOffline().isEmpty()).isTrue();
        assertThat(site.run(List.of(thing("net", "red"), thing("web", "blue", "net")))
                        .planOffline()
                        .changes())
                .singleElement()
                .satisfies(change -> assertThat(change.key().name()).isEqualTo("web"));
    }

    @Test
    void doesNotSeeWhatWasChangedByHandAndSaysSo() {
        site.run(DESIRED).apply();
        site.cloud.things().stream().map(ModelCloud.Thing::id).forEach(site.cloud::remove);

        Plan plan = site.run(DESIRED).planOffline();

        assertThat(plan.isEmpty()).isTrue();
        assertThat(plan.warnings()).anyMatch(warning -> warning.what().contains("not against what is there"));
    }
}
