package dev.nanokit.stages.step;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.stages.Providers;
import dev.nanokit.stages.run.RunFailedException;
import dev.nanokit.stages.run.RunRequests;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunTenure;
import java.util.Optional;

/**
 * The first step of each workflow: reads what is asked for, and names the function that works with its provider.
 *
 * <p>Takes {@code does} ({@code plan}, {@code apply} or {@code destroy}: what the workflow is for; destroying is applying the plan of nothing) and {@code input},
 * the workflow's own. Answers {@code next}: {@code plan}, {@code lock}, {@code resume} where an earlier execution of the
 * run has begun it, or {@code finish} where it has its result; {@code function}, {@code run}, {@code lock} and
 * {@code work} for the steps to come.
 */
final class OpenStep implements Step {
    private final RunDesk desk;
    private final Providers<String> functions;

    OpenStep(RunDesk desk, Providers<String> functions) {
        this.desk = desk;
        this.functions = functions;
    }

    @Override
    public Value.Obj perform(JsonFields input) {
        JsonFields asked = input.fields("input");
        Steps.requireVersion(asked);
        return desk.concluding(asked, request -> {
            requireFit(input.text("does"), request);
            String function = functions.of(RunRequests.environment(request));
            long part = asked.has("part") ? asked.number("part") : 0;
            return next(request, part).with("run", Value.text(request.run())).with("function", Value.text(function));
        });
    }

    private static void requireFit(String does, RunRequest request) {
        String asked = request.apply().isEmpty() ? "plan" : request.destroy() ? "destroy" : "apply";
        boolean fits = does.equals(asked) || (does.equals("apply") && asked.equals("destroy"));
        if (!fits) {
            throw new RunFailedException(
                    "the run " + request.run() + " is to " + asked + ", and this is the workflow to " + does,
                    "start the workflow to " + asked + " for it");
        }
    }

    private Value.Obj next(RunRequest request, long part) {
        if (request.apply().isEmpty()) {
            return Answer.next("plan");
        }
        Optional<RunTenure> tenure = desk.runs().progress().tenure(request);
        return tenure.flatMap(had -> desk.runs()
                        .plans()
                        .head(request.run())
                        .filter(head -> head.under() == had.grant().componentToken()))
                .map(begun -> Answer.next("resume"))
                .orElseGet(() -> Answer.next("lock"))
                .with("lock", LockState.FIRST.write())
                .with("work", new WorkState(0, 0, part).write());
    }
}
