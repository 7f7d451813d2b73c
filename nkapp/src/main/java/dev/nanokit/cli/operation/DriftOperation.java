package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.failure.Failures;
import dev.nanokit.cli.project.AppliedProject;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.DriftReport;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.plan.Drift;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.store.ComponentState;
import java.util.ArrayList;
import java.util.List;

/** Looks whether what was applied is still as it was applied. Changes nothing, and takes no lock. */
public record DriftOperation(Session session, View view) {
    /** @param all whether every environment is meant in which the component has been applied */
    public record Request(ProjectSelection selection, boolean all) {}

    public ExitStatus run(Request request) {
        if (request.all() && request.selection().environment().isPresent()) {
            throw new Refusal(Failure.usage(
                    "--env and --all-environments can't be given together",
                    "one names an environment, the other means all",
                    "leave one of them out"));
        }
        ProjectLoader.Located located = new ProjectLoader(session.surroundings()).locate(request.selection());
        try (Backend backend = session.backends().open(located.variables())) {
            backend.prepare();
            Project project = located.read();
            List<DriftReport> reports = request.all() ? everywhere(backend, project) : List.of(look(backend, project));
            view.drift(reports);
            return status(reports);
        }
    }

    private static List<DriftReport> everywhere(Backend backend, Project project) {
        List<DriftReport> reports = new ArrayList<>();
        for (String name : project.config().environmentNames()) {
            Project there = project.in(name);
            if (isApplied(state(backend, there))) {
                reports.add(lookOrTell(backend, there));
            }
        }
        return reports;
    }

    /** One that can't be looked at keeps nobody from looking at the others. */
    private static DriftReport lookOrTell(Backend backend, Project project) {
        try {
            return look(backend, project);
        } catch (RuntimeException e) {
            return report(project, new DriftReport.Unknown(Failures.of(e)));
        }
    }

    private static DriftReport look(Backend backend, Project project) {
        ComponentState state = state(backend, project);
        if (!isApplied(state)) {
            return report(project, new DriftReport.NeverApplied());
        }
        try (AppliedProject applied = AppliedProject.of(project, state.commit())) {
            Plan plan = backend.workflows().plan(applied.input());
            if (plan.blockedOn().isPresent()) {
                throw new Refusal(sharedIsGone(plan));
            }
            return report(
                    project,
                    new DriftReport.Found(
                            applied.commit(),
                            plan.serial(),
                            state.resources().size(),
                            Drift.of(plan),
                            atWork(backend, project),
                            applied.notes(),
                            project.command("up")));
        }
    }

    private static Failure sharedIsGone(Plan plan) {
        return new Failure(
                ExitStatus.BLOCKED,
                "blocked",
                plan.blockedOn().orElseThrow(),
                "what this component was applied upon is not recorded any more",
                List.of("apply the component that owns the infrastructure"),
                List.of());
    }

    private static ComponentState state(Backend backend, Project project) {
        return backend.store().component(project.id(), project.config().component());
    }

    private static boolean isApplied(ComponentState state) {
        return !state.resources().isEmpty();
    }

    private static List<Holder> atWork(Backend backend, Project project) {
        return backend.locks().list(project.id()).stream()
                .map(HeldLock::holders)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static DriftReport report(Project project, DriftReport.Looked looked) {
        return new DriftReport(
                project.config().project(),
                project.environment(),
                project.config().component(),
                looked);
    }

    private static ExitStatus status(List<DriftReport> reports) {
        boolean failed = reports.stream().anyMatch(report -> report.looked() instanceof DriftReport.Unknown);
        boolean drifted = reports.stream()
                .flatMap(report -> report.found().stream())
                .anyMatch(found -> !found.drift().isEmpty());
        return failed ? ExitStatus.FAILED : drifted ? ExitStatus.DRIFT : ExitStatus.OK;
    }
}
