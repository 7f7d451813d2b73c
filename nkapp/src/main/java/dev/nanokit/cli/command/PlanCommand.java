package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.PlanOperation;
import java.nio.file.Path;

final class PlanCommand extends ProjectCommand {
    private final ServiceWords services =
            ServiceWords.addTo(spec(), "plan only for these services and what they depend on");
    private final Flag destroy = flag(10, "plan to destroy everything of this component", "--destroy");
    private final Flag offline = flag(13, "plan from what state remembers, without asking the provider", "--offline");
    private final Choice<Path> output =
            choice(Path.class, 11, "FILE", "save the plan, for: nkapp up --plan FILE", "--output");
    private final Flag detailedExitCode =
            flag(12, "exit with 2 when there is something to change", "--detailed-exitcode");

    PlanCommand(Session session) {
        super(session, "plan", "Show what would be done to make the environment what the file says. Changes nothing.");
    }

    @Override
    ExitStatus run() {
        return new PlanOperation(session(), view())
                .run(new PlanOperation.Request(
                        selection(),
                        services.services(),
                        destroy.isSet(),
                        offline.isSet(),
                        output.value(),
                        detailedExitCode.isSet()));
    }
}
