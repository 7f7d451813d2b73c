package dev.nanokit.cli.command;

import dev.nanokit.cli.Session;
import java.time.Duration;

/** A command that changes things. */
abstract class RunCommand extends ProjectCommand {
    private final Flag yes = flag(20, "agree beforehand: don't ask", "-y", "--yes");
    private final Flag force = flag(21, "agree to the loss of data", "--force");
    private final Choice<Duration> lockWait;

    RunCommand(Session session, String name, String... description) {
        super(session, name, description);
        lockWait = span(22, "how long to wait for a lock: 30s, 5m, 1h; without it not at all", "--wait");
    }

    final boolean yes() {
        return yes.isSet();
    }

    final boolean force() {
        return force.isSet();
    }

    final Duration lockWait() {
        return lockWait.value().orElse(Duration.ZERO);
    }
}
