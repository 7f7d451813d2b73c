package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.stages.PlanInput;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Plans, shows the plan, and keeps it in a file where that is wanted. Changes nothing. */
public record PlanOperation(Session session, View view) {
    /**
     * @param services those to which the plan is limited; empty for all
     * @param offline whether to plan from state alone, without asking the provider
     * @param output where to save the plan
     * @param detailedExitCode whether changes show in the exit status
     */
    public record Request(
            ProjectSelection selection,
            Set<String> services,
            boolean destroy,
            boolean offline,
            Optional<Path> output,
            boolean detailedExitCode) {}

    public ExitStatus run(Request request) {
        ProjectLoader.Located located = new ProjectLoader(session.surroundings()).locate(request.selection());
        Plan plan;
        try (Backend backend = session.backends().open(located.variables())) {
            backend.prepare();
            plan = plan(backend, located.read(), request);
        }
        request.output().ifPresent(file -> save(plan, file));
        view.plan(plan);
        request.output().ifPresent(view::saved);
        return status(plan, request.detailedExitCode());
    }

    private static Plan plan(Backend backend, Project project, Request request) {
        PlanInput input = PlanInputs.of(project, project.resolve(), request.services(), request.destroy());
        return request.offline()
                ? backend.workflows().planOffline(input)
                : backend.workflows().plan(input);
    }

    private void save(Plan plan, Path file) {
        AtomicFile.write(session.surroundings().folder().resolve(file), PlanJson.writePretty(plan) + "\n");
    }

    private static ExitStatus status(Plan plan, boolean detailed) {
        if (plan.blockedOn().isPresent()) {
            return ExitStatus.BLOCKED;
        }
        return detailed && !plan.isEmpty() ? ExitStatus.CHANGES : ExitStatus.OK;
    }
}
