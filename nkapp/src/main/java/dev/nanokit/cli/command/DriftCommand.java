package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.DriftOperation;

final class DriftCommand extends ProjectCommand {
    private final Flag all =
            flag(10, "look at every environment in which this component has been applied", "--all-environments");

    DriftCommand(Session session) {
        super(
                session,
                "drift",
                "Show what somebody changed or removed by hand since the last apply. Changes nothing, takes no lock; ends"
                        + " with 4 when there is drift.");
    }

    @Override
    ExitStatus run() {
        return new DriftOperation(session(), view()).run(new DriftOperation.Request(selection(), all.isSet()));
    }
}
