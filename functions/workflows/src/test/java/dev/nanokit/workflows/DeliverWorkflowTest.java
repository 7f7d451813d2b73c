package dev.nanokit.workflows;

import static dev.nanokit.github.flow.world.Town.file;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.drift.DriftSteps;
import dev.nanokit.github.flow.AppSteps;
import dev.nanokit.github.flow.RunsInTable;
import dev.nanokit.github.flow.StageRuns;
import dev.nanokit.github.flow.world.FakeIssues;
import dev.nanokit.github.flow.world.Town;
import dev.nanokit.github.step.GitHubSteps;
import dev.nanokit.stages.Pause;
import dev.nanokit.stages.run.SourceStore;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.step.FailedStepException;
import dev.nanokit.stages.step.ProjectVariables;
import dev.nanokit.stages.step.ProviderSteps;
import dev.nanokit.stages.step.RetryableStepException;
import dev.nanokit.stages.step.StateSteps;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.Trigger.Change;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A delivery's whole way through the workflows as they are deployed: deliver, and the runs that it starts. */
@Timeout(60)
class DeliverWorkflowTest {
    private static final InstantSource CLOCK = InstantSource.system();

    @TempDir
    Path folder;

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> onCall = step -> {};
    private Town town;

    @BeforeEach
    void open() {
        town = new Town(folder, true);
        town.main(file("comment", "nginx:1"));
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** Nothing is built here. */
    private static final class NoSources implements SourceStore {
        @Override
        public Optional<String> keep(Path tree) {
            return Optional.empty();
        }

        @Override
        public void fetch(String address, Path into) {
            throw new AssertionError("nothing was kept");
        }
    }

    private Interpreter.Ended deliver(String name, Trigger trigger) throws Exception {
        return start(name, name, trigger).get(50, TimeUnit.SECONDS);
    }

    /** Starts an execution of a name of its own. */
    private CompletableFuture<Interpreter.Ended> start(String execution, String name, Trigger trigger) {
        String work = name + "-" + id;
        Value.Obj input = Value.obj(Map.of(
                "version", Value.num(1),
                "work", Value.text(work),
                "trigger", ValueJson.read(TriggerJson.write(trigger))));
        return Interpreter.running().start("deliver", execution + "-" + id, input, this::call);
    }

    private String call(String execution, String function, JsonFields payload) throws Interpreter.StepFailure {
        calls.add(payload.text("step"));
        onCall.accept(payload.text("step"));
        String json = ValueJson.write(payload.object());
        try {
            return switch (function) {
                case WorkflowFunctions.GITHUB -> github().answer(json);
                case WorkflowFunctions.STATE -> state().handle(json);
                case WorkflowFunctions.PROVIDER -> provider().handle(json);
                default -> throw new IllegalStateException("no function " + function);
            };
        } catch (RetryableStepException | FailedStepException e) {
            throw new Interpreter.StepFailure(
                    e.getClass().getName(),
                    ValueJson.write(Value.obj(Map.of("errorMessage", Value.text(String.valueOf(e.getMessage()))))));
        } catch (RuntimeException e) {
            throw new Interpreter.StepFailure(e.getClass().getName(), e.toString());
        }
    }

    private Runs runs() {
        return new Runs(town.ports().table(), CLOCK);
    }

    private GitHubSteps github() {
        StageRuns runs = new RunsInTable(runs(), new NoSources());
        return new GitHubSteps(
                new AppSteps(town.ports(), runs, Pause.SLEEP),
                new DriftSteps(town.ports(), new FakeIssues(town.github), runs),
                Duration.ofDays(1));
    }

    private StateSteps state() {
        return new StateSteps(
                runs(),
                town.store(),
                new TableLocks(town.ports().table(), CLOCK::millis),
                Map.of(ProviderId.DOCKER, WorkflowFunctions.PROVIDER),
                run -> false,
                CLOCK);
    }

    private ProviderSteps provider() {
        return new ProviderSteps(
                runs(),
                town.store(),
                new TableLocks(town.ports().table(), CLOCK::millis),
                Map.of(ProviderId.DOCKER, town.provider),
                new SecretSources(Map.of()),
                request -> folder,
                ProjectVariables.fixed(Map.of()),
                CLOCK);
    }

    @Test
    void pullRequestGetsItsCheck() throws Exception {
        String head = town.open(12, file("comment", "nginx:2"));

        Interpreter.Ended ended = deliver("delivery-1", town.changed(12, Change.OPENED));

        assertThat(ended.status()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(town.check(head).title()).isEqualTo("+1 ~0 -0 · production");
        assertThat(calls).containsExactly("handle", "open", "plan", "handle");
    }

    @Test
    void commentIsAppliedAnsweredAndDeployed() throws Exception {
        String head = town.open(12, file("comment", "nginx:2"));
        deliver("delivery-1", town.changed(12, Change.OPENED));

        Interpreter.Ended ended = deliver("comment-1", town.comment(12, "ada", "/nanokit apply"));

        assertThat(ended.status()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(town.cloud.contents()).containsExactly("shop/production/main service/web nginx:2");
        assertThat(town.check(head).title()).isEqualTo("Applied +1 ~0 -0 · production");
        assertThat(town.github.comments()).singleElement().asString().contains("Applied +1");
        assertThat(town.github.deployments()).hasSize(1);
        assertThat(town.locks().list(Town.PRODUCTION)).isEmpty();
    }

    @Test
    void destroyTakesAllAway() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        deliver("delivery-1", town.changed(12, Change.OPENED));
        deliver("comment-1", town.comment(12, "ada", "/nanokit apply"));

        deliver("comment-2", town.comment(12, "ada", "/nanokit destroy -e production"));

        assertThat(town.cloud.contents()).isEmpty();
    }

    @Test
    void whatComesTwiceIsDoneOnce() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        deliver("delivery-1", town.changed(12, Change.OPENED));
        Trigger comment = town.comment(12, "ada", "/nanokit apply");
        deliver("comment-1", comment);
        calls.clear();

        Interpreter.Ended again = deliver("comment-1", comment);

        assertThat(again.status()).isEqualTo("REFUSED");
        assertThat(calls).isEmpty();
        assertThat(town.cloud.made()).isEqualTo(1);
        assertThat(town.github.comments()).hasSize(1);
    }

    @Test
    void workThatIsStartedAgainUnderAnotherNameFindsItDone() throws Exception {
        town.open(12, file("comment", "nginx:2"));
        deliver("delivery-1", town.changed(12, Change.OPENED));
        Trigger comment = town.comment(12, "ada", "/nanokit apply");
        deliver("comment-1", comment);
        calls.clear();

        start("by-hand", "comment-1", comment).get(50, TimeUnit.SECONDS);

        assertThat(calls).containsExactly("handle");
        assertThat(town.cloud.made()).isEqualTo(1);
        assertThat(town.github.comments()).hasSize(1);
    }

    @Test
    void runThatSomebodyElseHasStartedIsWaitedForAndItsResultTaken() throws Exception {
        String head = town.open(12, file("comment", "nginx:2"));
        Trigger opened = town.changed(12, Change.OPENED);
        AtomicReference<CompletableFuture<Interpreter.Ended>> second = new AtomicReference<>();
        onCall = step -> {
            if (step.equals("plan")) {
                second.set(start("by-hand", "delivery-1", opened));
                while (Collections.frequency(calls, "handle") < 3) {
                    Thread.onSpinWait();
                }
            }
        };

        Interpreter.Ended first = deliver("delivery-1", opened);

        assertThat(first.status()).isEqualTo("SUCCEEDED");
        assertThat(second.get().get(50, TimeUnit.SECONDS).status()).isEqualTo("SUCCEEDED");
        assertThat(second.get().join().states()).contains("Is under way");
        assertThat(calls).containsOnlyOnce("open", "plan");
        assertThat(town.github.checksAt(head)).hasSize(1);
        assertThat(town.check(head).title()).isEqualTo("+1 ~0 -0 · production");
    }

    @Test
    void whileGitHubIsDownTheWorkWaits() throws Exception {
        String head = town.open(12, file("comment", "nginx:2"));
        town.github.outage(Optional.of(new GitHubException("no answer", 0, null, null)));
        var unused = Thread.ofVirtual().start(() -> {
            while (calls.size() < 5) {
                Thread.onSpinWait();
            }
            town.github.outage(Optional.empty());
        });

        Interpreter.Ended ended = deliver("delivery-1", town.changed(12, Change.OPENED));

        assertThat(ended.states()).contains("Wait");
        assertThat(town.check(head).title()).isEqualTo("+1 ~0 -0 · production");
    }

    @Test
    void brokenFileNeedsNoRun() throws Exception {
        String head = town.open(12, "name: shop\nservices: { web: { prot: 1 } }\n");

        Interpreter.Ended ended = deliver("delivery-1", town.changed(12, Change.OPENED));

        assertThat(ended.status()).as(ended.toString()).isEqualTo("SUCCEEDED");
        assertThat(calls).containsExactly("handle");
        assertThat(town.github.checksAt(head)).hasSize(1);
    }
}
