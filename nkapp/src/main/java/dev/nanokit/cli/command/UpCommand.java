package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.RunOperation;
import dev.nanokit.cli.report.RunReport.Kind;
import java.nio.file.Path;

final class UpCommand extends RunCommand {
    private final ServiceWords services = ServiceWords.addTo(spec(), "only these services and what they depend on");
    private final Choice<Path> plan = choice(
            Path.class,
            10,
            "FILE",
            "apply exactly this plan, saved by nkapp plan --output; refuse if it is no longer current",
            "--plan");

    UpCommand(Session session) {
        super(session, "up", "Make the environment what the file says: show the plan, ask, apply it.");
    }

    @Override
    ExitStatus run() {
        return new RunOperation(session(), view())
                .run(new RunOperation.Request(
                        Kind.UP, selection(), services.services(), yes(), force(), plan.value(), lockWait()));
    }
}
