package dev.nanokit.github.flow;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyInput;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.run.RunAnswers;
import dev.nanokit.stages.run.RunRequests;
import dev.nanokit.stages.run.SourceStore;
import dev.nanokit.state.run.ChangeOutcome;
import dev.nanokit.state.run.RunFailure;
import dev.nanokit.state.run.RunPlans;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunResult;
import dev.nanokit.state.run.RunStop;
import dev.nanokit.state.run.RunTenure;
import dev.nanokit.state.run.RunWait;
import dev.nanokit.state.run.Runs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs whose steps are done by the workflows' functions: asked for and answered through the table. */
public final class RunsInTable implements StageRuns {
    private final Runs runs;
    private final RunAnswers answers;
    private final SourceStore sources;

    public RunsInTable(Runs runs, SourceStore sources) {
        this.runs = runs;
        this.answers = new RunAnswers(runs);
        this.sources = sources;
    }

    @Override
    public boolean isAsked(String run) {
        return runs.request(run).isPresent();
    }

    @Override
    public void ask(String run, PlanInput input) {
        runs.ask(RunRequests.of(run, input, sources.keep(input.baseFolder())));
    }

    @Override
    public void ask(String run, ApplyInput input) {
        runs.ask(RunRequests.of(run, input, sources.keep(input.plan().baseFolder())));
    }

    @Override
    public Optional<Plan> plan(String run) {
        return answers.plan(run);
    }

    @Override
    public Optional<ApplyResult> result(String run) {
        return answers.apply(run);
    }

    @Override
    public List<RunEvent> events(String run) {
        RunRequest request = runs.request(run).orElseThrow();
        Optional<RunTenure> tenure = runs.progress().tenure(request);
        if (tenure.isEmpty()) {
            return runs.progress()
                    .waiting(run)
                    .map(RunsInTable::event)
                    .map(List::of)
                    .orElse(List.of());
        }
        List<RunEvent> events = new ArrayList<>();
        events.add(new RunEvent.LockAcquired(tenure.get().grant()));
        Optional<Plan> plan = runs.plans()
                .head(run)
                .map(RunPlans.Head::under)
                .filter(token -> token == tenure.get().grant().componentToken())
                .flatMap(token -> runs.plans().plan(run));
        plan.ifPresent(made -> addChanges(events, made, runs.progress().outcomes(run)));
        return events;
    }

    private static RunEvent event(RunWait wait) {
        return switch (wait) {
            case RunWait.ForLock(var by, Duration waited) -> new RunEvent.WaitingForLock(by, waited);
            case RunWait.ForShared(String why, Duration waited) -> new RunEvent.WaitingForShared(why, waited);
        };
    }

    private static void addChanges(List<RunEvent> events, Plan plan, Map<Integer, ChangeOutcome> outcomes) {
        events.add(new RunEvent.Planned(plan));
        int number = 0;
        for (int wave = 0; wave < plan.waves().size() && outcomes.containsKey(number); wave++) {
            events.add(new RunEvent.WaveStarted(plan, wave + 1, plan.waves().size()));
            for (Change change : plan.waves().get(wave)) {
                Optional.ofNullable(outcomes.get(number++)).ifPresent(outcome -> addChange(events, change, outcome));
            }
        }
    }

    private static void addChange(List<RunEvent> events, Change change, ChangeOutcome outcome) {
        events.add(new RunEvent.ChangeStarted(change));
        switch (outcome) {
            case ChangeOutcome.Done(Duration took) -> events.add(new RunEvent.ChangeDone(change, took));
            case ChangeOutcome.Failed(String message, String fix) ->
                events.add(new RunEvent.ChangeFailed(change, message, Duration.ZERO));
            case ChangeOutcome.AtWork ignored -> {}
        }
    }

    @Override
    public void cancel(String run) {
        runs.cancel(run);
    }

    @Override
    public void ended(String run) {
        Optional<RunRequest> request = runs.request(run);
        if (request.isPresent() && runs.result(run).isEmpty()) {
            boolean begun = request.get().apply().isPresent()
                    && runs.progress().tenure(request.get()).isPresent();
            runs.end(run, begun ? new RunResult.Incomplete(RunStop.FAILED) : failed());
        }
    }

    private static RunResult failed() {
        return new RunResult.Failed(RunFailure.of(
                RunFailure.Kind.RUN,
                "the workflow came to its end without a result",
                "Ask for it again; its execution in Step Functions says what went wrong."));
    }
}
