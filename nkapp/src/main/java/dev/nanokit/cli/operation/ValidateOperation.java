package dev.nanokit.cli.operation;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.project.Project;
import dev.nanokit.cli.project.ProjectLoader;
import dev.nanokit.cli.project.ProjectSelection;
import dev.nanokit.cli.report.Validation;
import dev.nanokit.cli.report.Validation.Checked;
import dev.nanokit.cli.view.View;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for everything that is wrong in a file, without calling a provider: in all environments, or in one. */
public record ValidateOperation(Session session, View view) {
    public ExitStatus run(ProjectSelection selection) {
        Validation validation = look(selection);
        view.validated(validation);
        return validation.isValid() ? ExitStatus.OK : ExitStatus.USAGE;
    }

    private Validation look(ProjectSelection selection) {
        Project project;
        try {
            project = new ProjectLoader(session.surroundings()).load(selection);
        } catch (InvalidConfigException invalid) {
            String file = invalid.problems().getFirst().place().file();
            return new Validation(file, "", List.of(), invalid.problems());
        }
        Set<String> environments = selection
                .environment()
                .map(Set::of)
                .orElseGet(() -> project.config().environmentNames());
        try (Backend backend = session.backends().open(project.variables())) {
            return new Validation(
                    project.shownFile(),
                    project.config().project(),
                    environments.stream()
                            .map(environment -> check(project, environment, backend))
                            .toList(),
                    List.of());
        }
    }

    private static Checked check(Project project, String name, Backend backend) {
        Environment environment;
        try {
            environment = project.config().environment(name, Variables.of(project.variables()));
        } catch (InvalidConfigException invalid) {
            return new Checked(name, "", invalid.problems());
        }
        List<Problem> problems = new ArrayList<>(environment.warnings());
        Optional<Provider> provider = backend.provider(environment.infra().provider());
        provider.ifPresentOrElse(
                known -> problems.addAll(known.compile(environment, known.sources(environment, project.folder()))
                        .problems()),
                () -> problems.add(unchecked(environment)));
        return new Checked(
                name,
                environment.infra().provider().id(),
                problems.stream().distinct().toList());
    }

    private static Problem unchecked(Environment environment) {
        String provider = environment.infra().provider().id();
        return Problem.warning(
                environment.places().of("infra", "provider"),
                "what only the provider '" + provider + "' knows was not checked",
                "this nkapp can't plan for it yet",
                "use provider: docker where nkapp is to plan and apply");
    }
}
