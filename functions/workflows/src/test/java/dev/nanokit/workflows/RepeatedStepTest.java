package dev.nanokit.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.CrashContract;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.stages.world.ScriptedProvider;
import dev.nanokit.state.RamDisk;
import dev.nanokit.workflows.WorkflowFunctions.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A function has done its work, and its answer is lost: Lambda or Step Functions calls it once more. Tried with every
 * call of a run of more than twelve changes, one by one.
 */
@Timeout(300)
class RepeatedStepTest {
    private static final String CALLED_AGAIN = "Lambda.Unknown";
    private static final String OUT_OF_TIME = "States.Timeout";

    @TempDir(factory = RamDisk.class)
    Path folder;

    /** How a run ended, what is there, and how much was ever made. */
    private record End(Picture picture, List<String> things, int made) {}

    /** A site whose runs lose the answers that the post loses. */
    private final class Disturbed implements AutoCloseable {
        private final Site site;
        private AslWorkflows workflows;

        Disturbed(Post post) throws IOException {
            site = new Site(Files.createTempDirectory(folder, "site"), parts -> {
                workflows = new AslWorkflows(parts).by(post);
                return workflows;
            });
            site.run(CrashContract.BEFORE).by(Site.IN_PROCESS).apply();
        }

        ApplyResult apply() {
            return site.run(CrashContract.AFTER).apply();
        }

        List<String> lost() {
            return workflows.lost();
        }

        End end(ApplyResult result) {
            return new End(Picture.of(result, site), site.cloud.keys(), site.cloud.made());
        }

        @Override
        public void close() {
            site.close();
        }
    }

    @Test
    void whateverIsCalledTwiceIsDoneOnce() throws IOException {
        End undisturbed = undisturbed();
        int call = 1;
        while (true) {
            try (Disturbed run = new Disturbed(losing(call, CALLED_AGAIN))) {
                ApplyResult result = run.apply();
                if (run.lost().isEmpty()) {
                    break;
                }
                assertThat(run.end(result))
                        .as("call %s, %s, made twice", call, run.lost())
                        .isEqualTo(undisturbed);
            }
            call++;
        }
        assertThat(call).isGreaterThan(CrashContract.AFTER.size() + 5);
    }

    @Test
    void whateverRunsOutOfTimeAfterItsWorkIsFinishedByTheNextRun() throws IOException {
        End undisturbed = undisturbed();
        int call = 1;
        while (true) {
            try (Disturbed run = new Disturbed(losing(call, OUT_OF_TIME))) {
                endsSomehow(run);
                if (run.lost().isEmpty()) {
                    break;
                }
                assertThat(run.site.locks().list(run.site.id()))
                        .as("locks after call %s", call)
                        .isEmpty();
                assertThat(run.site.run(CrashContract.AFTER).by(Site.IN_PROCESS).apply())
                        .isInstanceOf(ApplyResult.Applied.class);
                assertThat(run.site.cloud.keys())
                        .as("things after call %s", call)
                        .isEqualTo(undisturbed.things());
                assertThat(run.site.cloud.made()).as("made after call %s", call).isEqualTo(undisturbed.made());
            }
            call++;
        }
        assertThat(call).isGreaterThan(CrashContract.AFTER.size() + 5);
    }

    @Test
    void noStepThereIsIsLeftOut() throws IOException {
        Set<String> repeated = new TreeSet<>();
        repeated.addAll(repeatedOfApply());
        repeated.addAll(repeatedOfPlan());
        repeated.addAll(repeatedAfter("change", "giveUp"));
        repeated.addAll(repeatedAfter("planAgain", "recover"));
        repeated.addAll(repeatedOfSweep());

        assertThat(repeated).containsAll(steps());
    }

    private List<String> repeatedOfApply() throws IOException {
        try (Disturbed run = new Disturbed(losingTheFirstOfEach())) {
            assertThat(run.end(run.apply())).isEqualTo(undisturbed());
            return run.lost();
        }
    }

    private List<String> repeatedOfPlan() throws IOException {
        try (Disturbed run = new Disturbed(losingTheFirstOfEach())) {
            Plan plan = run.site.run(CrashContract.AFTER).plan();

            assertThat(plan.digest())
                    .isEqualTo(run.site
                            .run(CrashContract.AFTER)
                            .by(Site.IN_PROCESS)
                            .plan()
                            .digest());
            return run.lost();
        }
    }

    /** One step runs out of time, and the step that is called because of it is called twice. */
    private List<String> repeatedAfter(String late, String then) throws IOException {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        Post post = (number, step) -> {
            boolean first = seen.add(step);
            return first && step.equals(late)
                    ? Optional.of(OUT_OF_TIME)
                    : Optional.of(CALLED_AGAIN).filter(any -> first && step.equals(then));
        };
        try (Disturbed run = new Disturbed(post)) {
            endsSomehow(run);

            assertThat(run.lost()).contains(then);
            assertThat(run.site.locks().list(run.site.id())).isEmpty();
            assertThat(run.site.run(CrashContract.AFTER).by(Site.IN_PROCESS).apply())
                    .isInstanceOf(ApplyResult.Applied.class);
            assertThat(run.site.cloud.made()).isEqualTo(undisturbed().made());
            return run.lost();
        }
    }

    private List<String> repeatedOfSweep() throws IOException {
        try (Disturbed run = new Disturbed(losing(0, CALLED_AGAIN))) {
            run.site
                    .run(CrashContract.AFTER)
                    .by(parts -> new OnlyAsked(parts, "abandoned"))
                    .apply();
            run.site.time.pause(Duration.ofMinutes(10));
            Site.Parts parts = parts(run.site);
            String sweep = "{\"version\":1,\"step\":\"sweep\"}";

            assertThat(WorkflowFunctions.stateSteps(parts).handle(sweep)).isEqualTo("{\"swept\":1}");
            assertThat(WorkflowFunctions.stateSteps(parts).handle(sweep)).isEqualTo("{\"swept\":0}");
            return List.of("sweep");
        }
    }

    private Set<String> steps() throws IOException {
        try (Site site = new Site(Files.createTempDirectory(folder, "steps"))) {
            Set<String> names =
                    new HashSet<>(WorkflowFunctions.stateSteps(parts(site)).names());
            names.addAll(WorkflowFunctions.providerSteps(parts(site)).names());
            return names;
        }
    }

    private static Site.Parts parts(Site site) {
        Owner owner = new Owner(site.id().project(), site.id().environment(), "main");
        ScriptedProvider provider = new ScriptedProvider(site.cloud, owner, Fate.never(), CrashContract.AFTER);
        return new Site.Parts(site.table(), provider, site.time, Path.of(""), Fate.never());
    }

    private End undisturbed() throws IOException {
        try (Disturbed run = new Disturbed(losing(0, CALLED_AGAIN))) {
            return run.end(run.apply());
        }
    }

    private static void endsSomehow(Disturbed run) {
        try {
            run.apply();
        } catch (RunFailedException e) {
            assertThat(e).hasMessageContaining(OUT_OF_TIME);
        }
    }

    private static Post losing(int call, String error) {
        return (number, step) -> number == call ? Optional.of(error) : Optional.empty();
    }

    private static Post losingTheFirstOfEach() {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return (number, step) -> seen.add(step) ? Optional.of(CALLED_AGAIN) : Optional.empty();
    }
}
