package dev.nanokit.workflows;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Site;
import dev.nanokit.stages.Workflows;
import dev.nanokit.stages.run.RunAnswers;
import dev.nanokit.stages.run.RunRequests;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.Runs;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The workflows as they are deployed, their steps called in this process. */
final class AslWorkflows implements Workflows {
    private final Runs runs;
    private final Fate fate;
    private final WorkflowFunctions functions;
    private final String run = "run-" + UUID.randomUUID();
    private Interpreter.Ended ended;

    AslWorkflows(Site.Parts parts) {
        this(parts, "Lambda.Unknown");
    }

    AslWorkflows(Site.Parts parts, String errorOfDead) {
        this.runs = new Runs(parts.table(), InstantSource.system());
        this.fate = parts.fate();
        this.functions = new WorkflowFunctions(parts, errorOfDead);
    }

    /** Has answers of its steps lost on their way. */
    AslWorkflows by(WorkflowFunctions.Post post) {
        functions.by(post);
        return this;
    }

    /** All that went through the executions. */
    List<String> exchanged() {
        return functions.exchanged();
    }

    /** The steps whose answer was lost. */
    List<String> lost() {
        return functions.lost();
    }

    String run() {
        return run;
    }

    /** The steps that were called, in order. */
    List<String> calls() {
        return functions.calls();
    }

    /** How the last execution ended. */
    Interpreter.Ended ended() {
        return ended;
    }

    @Override
    public Plan plan(PlanInput input) {
        execute("plan", RunRequests.of(run, input, Optional.empty()), () -> false);
        return new RunAnswers(runs).plan(run).orElseThrow(this::unanswered);
    }

    @Override
    public Plan planOffline(PlanInput input) {
        throw new UnsupportedOperationException("workflows plan upon what is there");
    }

    @Override
    public ApplyResult apply(ApplyInput input, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        String machine = input.plan().destroy() ? "destroy" : "apply";
        execute(machine, RunRequests.of(run, input, Optional.empty()), cancelled);
        return new RunAnswers(runs).apply(run).orElseThrow(this::unanswered);
    }

    private RuntimeException unanswered() {
        return new IllegalStateException("the run ended without a result: " + ended);
    }

    private void execute(String machine, RunRequest request, BooleanSupplier cancelled) {
        Interpreter interpreter = Interpreter.running();
        ask(request);
        Value.Obj input = Value.obj(Map.of("version", Value.num(1), "run", Value.text(run)));
        functions.afterEachCall(() -> {
            if (cancelled.getAsBoolean()) {
                runs.cancel(run);
            }
        });
        ended = interpreter.start(machine, run, input, functions).join();
        fate.alive();
    }

    /** Whoever asks is called again where it is lost while it does. */
    private void ask(RunRequest request) {
        try {
            runs.ask(request);
        } catch (Fate.KilledError e) {
            fate.alive();
            runs.ask(request);
        }
    }
}
