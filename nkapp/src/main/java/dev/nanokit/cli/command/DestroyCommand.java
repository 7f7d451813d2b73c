package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.RunOperation;
import dev.nanokit.cli.report.RunReport.Kind;
import java.util.Optional;
import java.util.Set;

final class DestroyCommand extends RunCommand {
    DestroyCommand(Session session) {
        super(
                session,
                "destroy",
                "Delete everything that this component has made in the environment. Data needs --force.");
    }

    @Override
    ExitStatus run() {
        return new RunOperation(session(), view())
                .run(new RunOperation.Request(
                        Kind.DESTROY, selection(), Set.of(), yes(), force(), Optional.empty(), lockWait()));
    }
}
