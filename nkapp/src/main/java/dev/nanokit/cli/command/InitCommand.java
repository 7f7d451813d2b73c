package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.InitOperation;
import java.nio.file.Path;

final class InitCommand extends ReportingCommand {
    private final Choice<Path> file =
            choice(Path.class, 2, "PATH", "where to write it; without it nanokit.yml here", "-f", "--file");
    private final Choice<String> name =
            choice(String.class, 3, "NAME", "the project; without it the folder's name", "--name");

    InitCommand(Session session) {
        super(session, "init", "Write a commented nanokit.yml that makes use of what lies here. Never overwrites.");
    }

    @Override
    ExitStatus run() {
        return new InitOperation(session(), view()).run(file.value(), name.value());
    }
}
