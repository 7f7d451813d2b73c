package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.report.RunReport.Kind;
import dev.nanokit.cli.report.RunReport.Target;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.stages.PlanInput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings the environment to what the file says, or to nothing: shows what would be done, asks, does it, and tells. */
public record RunOperation(Session session, View view) {
    /**
     * @param services those to which the run is limited; empty for all
     * @param yes whether the user agrees beforehand
     * @param force whether the loss of data is agreed to
     * @param savedPlan the plan that alone is agreed to
     * @param lockWait how long to wait for a lock or for shared infrastructure
     */
    public record Request(
            Kind kind,
            ProjectSelection selection,
            Set<String> services,
            boolean yes,
            boolean force,
            Optional<Path> savedPlan,
            Duration lockWait) {}

    public ExitStatus run(Request request) {
        Optional<SavedPlan> saved = request.savedPlan()
                .map(file -> SavedPlan.read(session.surroundings().folder(), file));
        ProjectSelection selection = saved.filter(
                        plan -> request.selection().environment().isEmpty())
                .map(plan -> request.selection().withEnvironment(plan.environment()))
                .orElse(request.selection());
        ProjectLoader.Located located = new ProjectLoader(session.surroundings()).locate(selection);
        try (Backend backend = session.backends().open(located.variables())) {
            backend.prepare();
            Project project = located.read();
            Environment environment = project.resolve();
            saved.ifPresent(plan -> requireSame(plan, environment));
            PlanInput input = PlanInputs.of(project, environment, request.services(), request.kind() == Kind.DESTROY);
            return run(new Run(session, view, backend, project, request, input), saved);
        }
    }

    private ExitStatus run(Run run, Optional<SavedPlan> saved) {
        if (run.request().yes()) {
            return run.apply(saved.map(SavedPlan::digest), saved);
        }
        Plan plan = run.planWhenReady();
        saved.ifPresent(approved -> requireCurrent(approved, plan));
        view.preview(plan);
        Optional<ApplyResult> ending = withoutApplying(plan, run.request().force());
        if (ending.isPresent()) {
            return run.end(ending.get());
        }
        if (!new Approval(session.terminal(), view.talksToPeople())
                .ask(plan, run.request().kind())) {
            throw new Refusal(Failure.failed("declined", "nothing was changed: the plan was not agreed to", ""));
        }
        return run.apply(Optional.of(plan.digest()), saved);
    }

    /** How the run ends where there is nothing to agree to. */
    private static Optional<ApplyResult> withoutApplying(Plan plan, boolean force) {
        if (plan.blockedOn().isPresent()) {
            return Optional.of(new ApplyResult.NotReady(plan, plan.blockedOn().get()));
        }
        if (plan.isEmpty()) {
            return Optional.of(new ApplyResult.Applied(plan, Duration.ZERO));
        }
        return plan.guards().isEmpty() || force
                ? Optional.empty()
                : Optional.of(new ApplyResult.Guarded(plan, plan.guards()));
    }

    private static void requireSame(SavedPlan saved, Environment environment) {
        Target asked = new Target(environment.project(), environment.name(), environment.component(), Kind.UP);
        Target planned = new Target(saved.project(), saved.environment(), saved.component(), Kind.UP);
        if (!asked.equals(planned)) {
            throw new Refusal(Failure.usage(
                    saved.file() + " is a plan for " + words(planned) + ", not for " + words(asked),
                    "a plan is applied only where it was made for",
                    "plan here: nkapp plan --output " + saved.file()));
        }
    }

    private static String words(Target target) {
        return target.project() + " in " + target.environment() + " (component " + target.component() + ")";
    }

    static void requireCurrent(SavedPlan saved, Plan now) {
        if (saved.digest().equals(now.digest())) {
            return;
        }
        List<String> fix = new ArrayList<>();
        fix.add("look at the plan as it is now, and save it: nkapp plan --output " + saved.file());
        throw new Refusal(new Failure(
                ExitStatus.FAILED,
                "stale-plan",
                saved.file() + " is no longer what would be done, so nothing was changed",
                String.join("\n", PlanDifference.between(saved, SavedPlan.of(saved.file(), PlanJson.write(now)))),
                fix,
                List.of()));
    }
}
