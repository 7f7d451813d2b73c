package dev.nanokit.workflows;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.step.FailedStepException;
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
import java.util.concurrent.CopyOnWriteArrayList;

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
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private volatile Runnable afterEachCall = () -> {};

    /** @param errorOfDead what is reported of a function that is killed */
    WorkflowFunctions(Site.Parts parts, String errorOfDead) {
        this.parts = parts;
        this.errorOfDead = errorOfDead;
    }

    /** What happens when a function has done its work, and before it answers. */
    void afterEachCall(Runnable whatHappens) {
        afterEachCall = whatHappens;
    }

    /** The steps that were called, in order. */
    List<String> calls() {
        return List.copyOf(calls);
    }

    @Override
    public String call(String execution, String function, JsonFields payload) throws Interpreter.StepFailure {
        calls.add(payload.text("step"));
        try {
            String answer = perform(function, ValueJson.write(payload.object()));
            afterEachCall.run();
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
        return new ProviderSteps(
                new Runs(parts.table(), InstantSource.system()),
                store(parts),
                locks(parts),
                Map.of(parts.provider().id(), parts.provider()),
                new SecretSources(Map.of()),
                request -> parts.folder(),
                Map.of(),
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
