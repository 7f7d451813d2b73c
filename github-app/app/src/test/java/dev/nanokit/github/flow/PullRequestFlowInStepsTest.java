package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.webhook.trigger.Trigger.Change;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same, step by step. */
class PullRequestFlowInStepsTest extends PullRequestFlowTest {
    @Override
    boolean inSteps() {
        return true;
    }

    @Test
    @Override
    void planThatTakesLongSaysFirstThatItIsBeingMade() throws Exception {
        town.main(file("comment", "nginx:1"));
        String head = town.open(12, file("comment", "nginx:2"));

        town.opened(12);

        assertThat(town.github.history(head)).containsExactly("Planning · production", "+1 ~0 -0 · production");
    }

    /** The tree is fetched for the run, and once more when its plan is told: what came of it is not kept in between. */
    @Test
    @Override
    void builtServiceIsPlannedFromTheRepositorysTree() throws Exception {
        String built = file("comment", "x").replace("image: \"x\"", "build: ./web");
        town.main(built);
        String head = town.open(12, Map.of("nanokit.yml", built, "web/Dockerfile", "FROM scratch"));

        town.opened(12);

        assertThat(town.check(head).text()).contains("built from FROM scratch");
    }

    /** One more than in one process: that it is being planned is said at once, since functions may start slowly. */
    @Test
    @Override
    void usualPlanCostsThreeCallsAndAPushFour() throws Exception {
        town.main(file("comment", "nginx:1"));
        town.open(12, file("comment", "nginx:2"));
        town.opened(12);
        assertThat(town.github.takeCalls()).containsExactly("files", "files", "createCheck", "updateCheck");

        town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
        town.deliver(town.changed(12, Change.SYNCHRONIZED));
        assertThat(town.github.takeCalls())
                .containsExactly("pullRequest", "files", "files", "createCheck", "updateCheck");
    }
}
