package dev.nanokit.cli.command;

import dev.nanokit.cli.Session;
import dev.nanokit.cli.project.ProjectSelection;
import java.nio.file.Path;

/** A command about a project's environment. */
abstract class ProjectCommand extends ReportingCommand {
    private final Choice<String> environment = choice(
            String.class,
            1,
            "NAME",
            "environment; without it the branch decides by git.environments, else local",
            "-e",
            "--env");
    private final Choice<Path> file = choice(
            Path.class,
            2,
            "PATH",
            "the file; without it nanokit.yml here or, in a git checkout, in the nearest folder above",
            "-f",
            "--file");

    ProjectCommand(Session session, String name, String... description) {
        super(session, name, description);
    }

    final ProjectSelection selection() {
        return new ProjectSelection(file.value(), environment.value());
    }
}
