package dev.nanokit.workflows;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.step.FailedStepException;
import dev.nanokit.stages.step.ProjectVariables;
import dev.nanokit.stages.step.ProviderSteps;
import dev.nanokit.stages.step.RetryableStepException;
import dev.nanokit.stages.step.StateSteps;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.store.TableStateStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The functions of an installation. Each call is a process of its own, which remembers nothing of the calls before it.
 * What an answer has the workflow wait for passes in made-up time.
 */
final class WorkflowFunctions implements Interpreter.Functions {
    static final String STATE = "${StateFunction}";
    static final String GITHUB = "${GitHubFunction}";
    static final String PROVIDER = "function-of-docker";

    private final Site.Parts parts;
    private final String errorOfDead;
    private final AtomicInteger numbers = new AtomicInteger();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> exchanged = new CopyOnWriteArrayList<>();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private volatile Runnable afterEachCall = () -> {};
    private volatile Post post = (number, step) -> Optional.empty();

    /** What becomes of answers on their way. */
    @FunctionalInterface
    interface Post {
        /**
         * @param number of the call, from 1
         * @return what the workflow is told in place of the answer; empty where it gets it
         */
        Optional<String> losesAnswer(int number, String step);
    }

    /** @param errorOfDead what is reported of a function that is killed */
    WorkflowFunctions(Site.Parts parts, String errorOfDead) {
        this.parts = parts;
        this.errorOfDead = errorOfDead;
    }

    /** What happens when a function has done its work, and before it answers. */
    void afterEachCall(Runnable whatHappens) {
        afterEachCall = whatHappens;
    }

    /** Has answers lost on their way. */
    void by(Post otherPost) {
        post = otherPost;
    }

    /** All that the workflows have told functions, and have been told by them. */
    List<String> exchanged() {
        return List.copyOf(exchanged);
    }

    /** The steps whose answer was lost. */
    List<String> lost() {
        return List.copyOf(lost);
    }

    /** The steps that were called, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public String call(String execution, String function, JsonFields payload) throws Interpreter.StepFailure {
        String step = payload.text("step");
        int number = numbers.incrementAndGet();
        calls.add(step);
        exchanged.add(ValueJson.write(payload.object()));
        try {
            String answer = perform(function, ValueJson.write(payload.object()));
            exchanged.add(answer);
            afterEachCall.run();
            deliver(number, step);
            passTime(JsonFields.parse(answer));
            return answer;
        } catch (RetryableStepException | FailedStepException e) {
            throw new Interpreter.StepFailure(e.getClass().getName(), said(e.getMessage()));
        } catch (Fate.KilledError e) {
            if (parts.fate().isWhole()) {
                Interpreter.running().stop(execution);
            }
            throw new Interpreter.StepFailure(errorOfDead, said("the function has ended: " + e.getMessage()));
        } catch (RuntimeException e) {
            throw new Interpreter.StepFailure(e.getClass().getName(), said(e.toString()));
        }
    }

    private void deliver(int number, String step) throws Interpreter.StepFailure {
        Optional<String> error = post.losesAnswer(number, step);
        if (error.isPresent()) {
            lost.add(step);
            throw new Interpreter.StepFailure(error.get(), said("the answer was lost"));
        }
    }

    private String perform(String function, String json) {
        return switch (function) {
            case STATE -> stateSteps(parts).handle(json);
            case GITHUB -> "{}";
            case PROVIDER -> providerSteps().handle(json);
            default -> throw new IllegalStateException("no function " + function);
        };
    }

    static StateSteps stateSteps(Site.Parts parts) {
        return new StateSteps(
                new Runs(parts.table(), InstantSource.system()),
                store(parts),
                locks(parts),
                Map.of(ProviderId.DOCKER, PROVIDER),
                run -> false,
                parts.time());
    }

    private ProviderSteps providerSteps() {
        return providerSteps(parts);
    }

    static ProviderSteps providerSteps(Site.Parts parts) {
        return new ProviderSteps(
                new Runs(parts.table(), InstantSource.system()),
                store(parts),
                locks(parts),
                Map.of(parts.provider().id(), parts.provider()),
                new SecretSources(Map.of()),
                request -> parts.folder(),
                ProjectVariables.fixed(Map.of()),
                parts.time(),
                Site.Parts.NO_BEATS);
    }

    private static StateStore store(Site.Parts parts) {
        return new TableStateStore(parts.table(), InstantSource.system());
    }

    private static Locks locks(Site.Parts parts) {
        return new TableLocks(parts.table(), parts.time()::millis);
    }

    private void passTime(JsonFields answer) {
        if (answer.has("seconds")) {
            parts.time().pause(Duration.ofSeconds(answer.number("seconds")));
        }
    }

    private static String said(String message) {
        return ValueJson.write(Value.obj(Map.of("errorMessage", Value.text(message))));
    }
}
