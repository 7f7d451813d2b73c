package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.run.Failures;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.Runs;
import dev.nanokit.state.table.TableException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of one function, by name. The input is a JSON object with {@code version} ({@value #VERSION}), {@code step},
 * as a rule {@code run}, and what the step needs besides.
 */
final class Steps {
    static final long VERSION = 1;

    private final Runs runs;
    private final Map<String, Step> byName;

    Steps(Runs runs, Map<String, Step> byName) {
        this.runs = runs;
        this.byName = Map.copyOf(byName);
    }

    Set<String> names() {
        return byName.keySet();
    }

    /**
     * @return a JSON object
     * @throws RetryableStepException when it may go through later
     * @throws FailedStepException when it will not: an input of another version, a run that is forgotten, a defect
     */
    String handle(String json) {
        JsonFields input = parse(json);
        try {
            return ValueJson.write(step(input).perform(input));
        } catch (RetryableStepException | FailedStepException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failed(input, e);
        }
    }

    private static JsonFields parse(String json) {
        try {
            return JsonFields.parse(json);
        } catch (IllegalArgumentException e) {
            throw new FailedStepException("the input of the step is no JSON object: " + e.getMessage(), e);
        }
    }

    private Step step(JsonFields input) {
        requireVersion(input);
        String name = input.text("step");
        Step step = byName.get(name);
        if (step == null) {
            throw new FailedStepException(
                    "this function has no step '" + name + "'; it has "
                            + byName.keySet().stream().sorted().toList(),
                    null);
        }
        return step;
    }

    /** @throws RunFailedException when the input is of a version that is not known here */
    static void requireVersion(JsonFields input) {
        Value version = input.object().get("version");
        if (!version.equals(Value.num(VERSION))) {
            throw new RunFailedException(
                    "the input's version is " + ValueJson.write(version) + ", and these functions know " + VERSION,
                    "deploy workflows and functions of the same release (bin/deploy), then ask again");
        }
    }

    /** What is left to whoever says how the run has ended, and what the workflow is told. */
    private RuntimeException failed(JsonFields input, RuntimeException e) {
        RunFailure failure = Failures.of(e);
        note(input, failure);
        return isRetryable(e)
                ? new RetryableStepException(failure.message(), e)
                : new FailedStepException(failure.message(), e);
    }

    private void note(JsonFields input, RunFailure failure) {
        Optional<String> run = run(input.object());
        try {
            run.ifPresent(id -> runs.trouble(id, failure));
        } catch (RuntimeException unwritten) {
            // The table is what fails: the workflow is told all the same.
        }
    }

    /** The run that a step is about: its own field, or that of the workflow's input. */
    private static Optional<String> run(Value.Obj input) {
        if (input.get("run") instanceof Value.Text(String run)) {
            return Optional.of(run);
        }
        return input.get("input") instanceof Value.Obj workflows ? run(workflows) : Optional.empty();
    }

    static boolean isRetryable(RuntimeException e) {
        return switch (e) {
            case TableException table -> table.retryable();
            case ProviderException provider -> provider.retryable();
            default -> false;
        };
    }
}
