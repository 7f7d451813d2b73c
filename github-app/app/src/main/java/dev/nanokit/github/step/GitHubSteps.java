package dev.nanokit.github.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.github.drift.DriftSteps;
import dev.nanokit.github.flow.AppSteps;
import dev.nanokit.github.flow.NextStep;
import dev.nanokit.github.flow.SuspendedException.AwaitedRun;
import dev.nanokit.github.flow.WorkOfRun;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The steps of the GitHub App as JSON, as {@code functions/workflows} asks for them:
 *
 * <ul>
 *   <li>{@code {"step":"handle","work":…,"trigger":{…},"ended":[run…]}} is answered with {@code {"next":"done"}},
 *       {@code {"next":"runs","runs":[{"run":…,"kind":"plan|apply|destroy"}…]}} or {@code {"next":"wait","seconds":…}};
 *   <li>the same with {@code "trigger":{"type":"drift"}} looks at everything that was applied;
 *   <li>{@code {"step":"progress","run":…}} with {@code {"next":"done"}}.
 * </ul>
 *
 * Each has {@code "version": 1}; each answer has all three fields.
 */
public final class GitHubSteps {
    static final long VERSION = 1;

    private static final String DRIFT = "drift";

    private final AppSteps app;
    private final DriftSteps drift;
    private final Duration driftEvery;

    /** @param driftEvery what nobody has looked at for so long is looked at when the schedule says so */
    public GitHubSteps(AppSteps app, DriftSteps drift, Duration driftEvery) {
        this.app = app;
        this.drift = drift;
        this.driftEvery = driftEvery;
    }

    /**
     * Takes one step.
     *
     * @throws UnknownStepException when the request is none of those above
     * @throws IllegalStateException when the function is to end before the step is done
     */
    public String answer(String request) {
        JsonFields fields = JsonFields.parse(request);
        if (fields.number("version") != VERSION) {
            throw new UnknownStepException("the request is of version " + fields.number("version")
                    + ", and this function knows " + VERSION + " only: deploy functions and workflows together");
        }
        try {
            return ValueJson.write(json(take(fields)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the function ends before the step is done", e);
        }
    }

    private NextStep take(JsonFields fields) throws InterruptedException {
        return switch (fields.text("step")) {
            case "handle" -> handle(fields.text("work"), fields.fields("trigger"), ended(fields));
            case "progress" -> {
                app.progress(WorkOfRun.of(fields.text("run")));
                yield new NextStep.Done();
            }
            default -> throw new UnknownStepException("there is no step '" + fields.text("step") + "'");
        };
    }

    private NextStep handle(String work, JsonFields trigger, List<String> ended) throws InterruptedException {
        return trigger.text("type").equals(DRIFT)
                ? drift.step(work, driftEvery, ended)
                : app.handle(work, TriggerJson.read(ValueJson.write(trigger.object())), ended);
    }

    /** An empty name stands for a run that has not ended. */
    private static List<String> ended(JsonFields fields) {
        return fields.texts("ended").stream().filter(run -> !run.isEmpty()).toList();
    }

    private static Value.Obj json(NextStep next) {
        return switch (next) {
            case NextStep.Done ignored -> json("done", List.of(), 0);
            case NextStep.Pause(Duration duration) -> json("wait", List.of(), Math.max(1, duration.toSeconds()));
            case NextStep.AwaitRuns(List<AwaitedRun> runs) -> json("runs", runs, 0);
        };
    }

    private static Value.Obj json(String next, List<AwaitedRun> runs, long seconds) {
        return Value.obj(Map.of(
                "next", Value.text(next),
                "runs", Value.seq(runs.stream().map(GitHubSteps::json).toList()),
                "seconds", Value.num(seconds)));
    }

    private static Value.Obj json(AwaitedRun run) {
        return Value.obj(Map.of(
                "run",
                Value.text(run.run()),
                "kind",
                Value.text(run.kind().name().toLowerCase(Locale.ROOT))));
    }
}
