package dev.nanokit.workflows;

import static dev.nanokit.stages.world.Things.keeper;
import static dev.nanokit.stages.world.Things.key;
import static dev.nanokit.stages.world.Things.thing;
import static dev.nanokit.stages.world.Things.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.ApplyResult.Applied;
import dev.nanokit.stages.ApplyResult.Cause;
import dev.nanokit.stages.ApplyResult.Incomplete;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.run.RunAnswers;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.stages.step.FailedStepException;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.stages.world.ScriptedProvider;
import dev.nanokit.stages.world.ScriptedProvider.Behaviour;
import dev.nanokit.state.RamDisk;
import dev.nanokit.state.run.Runs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What can go wrong only where the steps of a run are done in many processes. */
@Timeout(120)
class AslEdgeTest {
    private static final List<Resource> SHOP = List.of(thing("net", "red"), thing("web", "red", "net"));

    @TempDir(factory = RamDisk.class)
    Path folder;

    private final List<AslWorkflows> started = new CopyOnWriteArrayList<>();
    private Site site;

    @BeforeEach
    void open() {
        site = new Site(folder, parts -> {
            AslWorkflows workflows = new AslWorkflows(parts);
            started.add(workflows);
            return workflows;
        });
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void tableThatIsThrottledNowAndThenIsTriedAgain() {
        AtomicInteger calls = new AtomicInteger();

        ApplyResult result = site.run(SHOP)
                .over(table -> new ThrottledTable(table, () -> calls.incrementAndGet() % 23 == 0))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(calls.get()).isGreaterThan(46);
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void passwordThatAThingMakesUpGoesThroughNoExecution() {
        List<Resource> shop = List.of(keeper("db"), user("web", "red", "db"));
        site.run(shop).plan();
        site.run(shop).apply();

        String password = site.cloud
                .byName(new Owner(site.id().project(), site.id().environment(), "main"), key("db"))
                .orElseThrow()
                .password();
        assertThat(started)
                .hasSize(2)
                .allSatisfy(execution ->
                        assertThat(execution.exchanged()).isNotEmpty().noneMatch(text -> text.contains(password)));
    }

    @Test
    void inputOfAnotherVersionIsRefusedAndSaid() {
        String run = asked();

        Interpreter.Ended ended = execute("apply", run, 7);

        assertThat(ended.status()).isEqualTo("SUCCEEDED");
        assertThatThrownBy(() -> answers().apply(run)).isInstanceOfSatisfying(RunFailedException.class, e -> {
            assertThat(e).hasMessageContaining("version is 7, and these functions know 1");
            assertThat(e.fix()).contains("bin/deploy");
        });
    }

    @Test
    void runThatNobodyAskedForIsSaidToBeForgotten() {
        String run = "forgotten-" + UUID.randomUUID();

        Interpreter.Ended ended = execute("plan", run, 1);

        assertThat(ended.status()).isEqualTo("SUCCEEDED");
        assertThatThrownBy(() -> answers().plan(run))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("the request of the run " + run + " is gone")
                .hasMessageContaining("30 days");
    }

    @Test
    void planThatIsGoneStopsTheApplyAndGivesTheLockBack() {
        assertThatThrownBy(() -> site.run(SHOP)
                        .over(table -> new ForgetfulTable(table, "PLAN"))
                        .apply())
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("the plan of the run")
                .hasMessageContaining("is gone");
        assertThat(site.locks().list(site.id())).isEmpty();

        assertThat(site.run(SHOP).apply()).isInstanceOf(Applied.class);
    }

    @Test
    void applyIsRefusedByTheWorkflowThatDestroys() {
        String run = asked();

        execute("destroy", run, 1);

        assertThatThrownBy(() -> answers().apply(run))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("is to apply, and this is the workflow to destroy");
        assertThat(site.cloud.things()).isEmpty();
    }

    @Test
    void runLongerThanAnExecutionsHistoryGoesOnInAnother() {
        AtomicInteger looks = new AtomicInteger();

        ApplyResult result = site.run(
                        List.of(thing("cluster", "red"), thing("web", "red", "cluster")),
                        provider -> provider.when(key("cluster"), atWorkFor(looks, 700)))
                .apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(started.getLast().calls().stream().filter("open"::equals)).hasSize(2);
        assertThat(started.getLast().ended().states()).contains("Continue");
    }

    @Test
    void holderThatIsAtWorkForLongIsNotTakenOver() {
        AtomicInteger looks = new AtomicInteger();
        CompletableFuture<ApplyResult> slow = CompletableFuture.supplyAsync(() -> site.run(
                        List.of(thing("cluster", "red")),
                        provider -> provider.when(key("cluster"), atWorkFor(looks, 300)))
                .apply());
        while (looks.get() < 5) {
            Thread.onSpinWait();
        }

        // Time is made up, and passes for both whenever one of them waits: so the one waits no faster than the other
        // works.
        Runnable untilTheFirstHasLooked = () -> {
            int at = looks.get();
            while (looks.get() == at && !slow.isDone()) {
                Thread.onSpinWait();
            }
        };
        ApplyResult second = site.run(List.of(thing("cluster", "blue")))
                .over(table -> new PacedTable(table, untilTheFirstHasLooked))
                .as("grace@vps")
                .waiting(Duration.ofDays(1))
                .apply();

        assertThat(slow.join()).isInstanceOf(Applied.class);
        assertThat(second).isInstanceOf(Applied.class);
        assertThat(looks.get()).isGreaterThan(300);
    }

    @Test
    void sweeperSaysHowAStoppedRunEndedAndGivesBackItsLock() {
        stopInTheMiddle();
        site.time.pause(Duration.ofMinutes(10));

        String swept = WorkflowFunctions.stateSteps(parts()).handle("{\"version\":1,\"step\":\"sweep\"}");

        assertThat(swept).isEqualTo("{\"swept\":" + started.size() + "}");
        assertThat(site.locks().list(site.id())).isEmpty();
        assertThat(answers().apply(started.getLast().run()))
                .hasValueSatisfying(result -> assertThat(result)
                        .isInstanceOfSatisfying(
                                Incomplete.class,
                                incomplete -> assertThat(incomplete.cause()).isEqualTo(Cause.CANCELLED)));
        assertThat(site.run(SHOP).apply()).isInstanceOf(Applied.class);
    }

    @Test
    void stoppedExecutionKeepsOthersOutForALeaseAtMost() {
        stopInTheMiddle();
        long before = site.time.millis();

        ApplyResult result = site.run(SHOP).waiting(Duration.ofMinutes(10)).apply();

        assertThat(result).isInstanceOf(Applied.class);
        assertThat(Duration.ofMillis(site.time.millis() - before)).isLessThan(Site.LEASE.plusSeconds(20));
    }

    @Test
    void twoAppliesAtOnceGoOneAfterTheOther() {
        List<Resource> other = List.of(thing("net", "blue"), thing("api", "blue", "net"));
        CompletableFuture<ApplyResult> first = CompletableFuture.supplyAsync(
                () -> site.run(SHOP).waiting(Duration.ofDays(1)).apply());
        CompletableFuture<ApplyResult> second = CompletableFuture.supplyAsync(() ->
                site.run(other).as("grace@vps").waiting(Duration.ofDays(1)).apply());

        assertThat(first.join()).isInstanceOf(Applied.class);
        assertThat(second.join()).isInstanceOf(Applied.class);
        assertThat(site.cloud.keys()).isIn(List.of("thing/net", "thing/web"), List.of("thing/api", "thing/net"));
        assertThat(site.state().serial()).isEqualTo(2);
        assertThat(site.locks().list(site.id())).isEmpty();
    }

    @Test
    void unknownStepIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> WorkflowFunctions.stateSteps(parts()).handle("{\"version\":1,\"step\":\"explode\"}"))
                .isInstanceOf(FailedStepException.class)
                .hasMessageContaining("no step 'explode'")
                .hasMessageContaining("recover");
        assertThatThrownBy(() -> WorkflowFunctions.stateSteps(parts()).handle("explode"))
                .isInstanceOf(FailedStepException.class)
                .hasMessageContaining("no JSON object");
    }

    /** Stops a run while it works under its lock. */
    private void stopInTheMiddle() {
        for (int step = 10; step < 60 && site.cloud.things().isEmpty(); step++) {
            Fate fate = Fate.atStep(step);
            assertThatThrownBy(() -> site.run(fate, SHOP, UnaryOperator.identity())
                            .waiting(Duration.ofMinutes(10))
                            .apply())
                    .isInstanceOf(Fate.KilledError.class);
        }
        assertThat(site.cloud.things()).isNotEmpty();
        assertThat(site.locks().list(site.id())).isNotEmpty();
    }

    private static Behaviour atWorkFor(AtomicInteger looks, int most) {
        return new Behaviour() {
            @Override
            public void before(Change change, int tries) {}

            @Override
            public boolean stillAtWork() {
                return looks.incrementAndGet() <= most;
            }
        };
    }

    /** Asks for an apply that nobody starts. */
    private String asked() {
        String run = "run-" + UUID.randomUUID();
        site.run(SHOP).by(parts -> new OnlyAsked(parts, run)).apply();
        return run;
    }

    private Interpreter.Ended execute(String machine, String run, long version) {
        Value.Obj input = Value.obj(Map.of("version", Value.num(version), "run", Value.text(run)));
        return Interpreter.running()
                .start(machine, run, input, new WorkflowFunctions(parts(), "Lambda.Unknown"))
                .join();
    }

    private Site.Parts parts() {
        Owner owner = new Owner(site.id().project(), site.id().environment(), "main");
        ScriptedProvider provider = new ScriptedProvider(site.cloud, owner, Fate.never(), SHOP);
        return new Site.Parts(site.table(), provider, site.time, folder, Fate.never());
    }

    private Runs runs() {
        return new Runs(site.table(), InstantSource.system());
    }

    private RunAnswers answers() {
        return new RunAnswers(runs());
    }
}
