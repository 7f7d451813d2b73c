package dev.nanokit.github.flow;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.flow.world.Fate;
import dev.nanokit.github.flow.world.Fate.Kind;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each call to GitHub fails once, in each way; the trigger is handled again, and all is as if nothing had been. */
@Timeout(600)
class RepetitionTest {
    @TempDir
    Path folder;

    /** What people see in the end. */
    private record Ending(List<String> checks, List<String> things, int made, int comments, List<String> deployments) {
        static Ending of(Town town, String... commits) {
            return new Ending(
                    List.of(commits).stream()
                            .flatMap(sha -> town.github.checksAt(sha).stream())
                            .map(Ending::words)
                            .toList(),
                    town.cloud.contents(),
                    town.cloud.made(),
                    town.github.comments().size(),
                    town.github.deployments().stream()
                            .map(deployment -> deployment.description() + ": "
                                    + deployment.states().getLast())
                            .toList());
        }

        private static String words(CheckRun check) {
            return check.name() + ": " + check.title() + " " + check.conclusion();
        }
    }

    /** What happens before, and the delivery during which a call fails. */
    private interface Story {
        Trigger begin(Town town) throws InterruptedException;
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void pushIsPlannedOnce(Kind kind) throws Exception {
        everyCallFailsOnce(kind, town -> {
            town.main(file("comment", "nginx:1"));
            town.open(12, file("comment", "nginx:2"));
            town.opened(12);
            town.github.push("work-12", Map.of("nanokit.yml", file("comment", "nginx:3")));
            return town.changed(12, Change.SYNCHRONIZED);
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void commentIsCarriedOutAndAnsweredOnce(Kind kind) throws Exception {
        everyCallFailsOnce(kind, town -> {
            town.main(file("comment", "nginx:1"));
            town.open(12, file("comment", "nginx:2"));
            town.opened(12);
            town.open(13, file("comment", "nginx:9"));
            town.opened(13);
            return town.comment(12, "ada", "/nanokit plan\n/nanokit apply");
        });
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void mergeIsAppliedOnce(Kind kind) throws Exception {
        everyCallFailsOnce(kind, town -> town.pushed("main", town.main(file("merge", "nginx:1"))));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void refusedButtonIsAnsweredOnce(Kind kind) throws Exception {
        everyCallFailsOnce(kind, town -> {
            town.main(file("comment", "nginx:1"));
            String head = town.open(12, file("comment", "nginx:2"));
            town.opened(12);
            return town.button(town.check(head), "apply", "eve");
        });
    }

    private void everyCallFailsOnce(Kind kind, Story story) throws Exception {
        Ending undisturbed = ending(0, kind, story);
        for (int call = 1; ; call++) {
            Ending disturbed = ending(call, kind, story);
            if (disturbed == null) {
                assertThat(call).isGreaterThan(2);
                return;
            }
            assertThat(disturbed).describedAs("%s at call %d", kind, call).isEqualTo(undisturbed);
        }
    }

    /** Null where the delivery made fewer calls. */
    private Ending ending(int call, Kind kind, Story story) throws IOException, InterruptedException {
        try (Town town = new Town(Files.createTempDirectory(folder, "town"), inSteps())) {
            town.lease(Duration.ofSeconds(2)); // a killed apply's lock is waited for
            Trigger trigger = story.begin(town);
            Fate fate = call == 0 ? Fate.none() : Fate.at(call, kind);
            town.github.fate(fate);
            for (int tries = 0; tries < 3 && !isHandled(town, trigger); tries++) {
                town.restart();
            }
            boolean reached = call == 0 || town.github.struck();
            town.github.fate(Fate.none());
            return reached ? Ending.of(town, town.github.commits()) : null;
        }
    }

    private static boolean isHandled(Town town, Trigger trigger) throws InterruptedException {
        try {
            town.deliver(trigger);
            return true;
        } catch (GitHubException outage) {
            return false;
        } catch (Fate.KilledError killed) {
            return false;
        }
    }

    /** Whether the App works step by step, as on AWS. */
    boolean inSteps() {
        return false;
    }
}
