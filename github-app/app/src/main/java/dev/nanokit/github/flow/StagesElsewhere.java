package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.value.SpecDigest;
import dev.nanokit.github.flow.SuspendedException.Kind;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Workflows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * The workflows as one handling of a piece of work sees them: what has ended is answered, what has not is asked for, and
 * the work suspended. Asking again for what was answered in the same handling asks for another run.
 */
final class StagesElsewhere implements Workflows {
    private final StageRuns runs;
    private final String work;
    private final BiConsumer<String, String> waits;
    private final Map<String, Integer> answered = new HashMap<>();

    /**
     * @param work the work's name
     * @param waits told of an apply that is about to be asked for, and of its commit
     */
    StagesElsewhere(StageRuns runs, String work, BiConsumer<String, String> waits) {
        this.runs = runs;
        this.work = work;
        this.waits = waits;
    }

    @Override
    public Plan plan(PlanInput input) {
        String question = question("plan", input);
        int number = number(question);
        String run = run(question, number);
        if (!runs.isAsked(run)) {
            runs.ask(run, input);
            throw suspended(run, Kind.PLAN);
        }
        answered.put(question, number);
        return runs.plan(run).orElseThrow(() -> suspended(run, Kind.PLAN));
    }

    /** @throws UnsupportedOperationException always: the App plans upon what is there */
    @Override
    public Plan planOffline(PlanInput input) {
        throw new UnsupportedOperationException("plans of the App look at what is there");
    }

    @Override
    public ApplyResult apply(ApplyInput input, Consumer<RunEvent> events, BooleanSupplier cancelled) {
        Kind kind = input.plan().destroy() ? Kind.DESTROY : Kind.APPLY;
        String question = question("apply", input.plan());
        int number = number(question);
        String run = run(question, number);
        if (!runs.isAsked(run)) {
            waits.accept(run, input.plan().commit());
            runs.ask(run, input);
            throw suspended(run, kind);
        }
        answered.put(question, number);
        tell(events, runs.events(run));
        Optional<ApplyResult> result = runs.result(run);
        if (result.isEmpty() && cancelled.getAsBoolean()) {
            runs.cancel(run);
        }
        return result.orElseThrow(() -> suspended(run, kind));
    }

    private static void tell(Consumer<RunEvent> events, List<RunEvent> past) {
        if (events instanceof PastEvents follower) {
            follower.past(past);
        } else {
            past.forEach(events);
        }
    }

    /** That of the newest run, unless this handling has had its answer. */
    private int number(String question) {
        int number = answered.getOrDefault(question, 0) + 1;
        while (runs.isAsked(run(question, number + 1))) {
            number++;
        }
        return number;
    }

    /** At most 80 letters, digits and hyphens: what Step Functions takes as the name of an execution. */
    private String run(String question, int number) {
        return work + "-" + SpecDigest.ofText(question).substring("sha256:".length(), "sha256:".length() + 12) + "-"
                + number;
    }

    private static String question(String verb, PlanInput input) {
        return String.join(
                " ",
                verb,
                input.id().partition(),
                input.environment().component(),
                input.commit(),
                String.valueOf(input.destroy()));
    }

    private static SuspendedException suspended(String run, Kind kind) {
        return new SuspendedException(run, kind);
    }
}
