package dev.nanokit.cli.command;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Session;
import dev.nanokit.cli.operation.LockOperations;
import java.time.Duration;

final class LockCommand extends ProjectCommand {
    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private final Choice<Duration> span =
            span(10, "how long nobody may apply, unless somebody unlocks: 30m, 8h; without it 1h", "--for");
    private final Choice<String> message =
            choice(String.class, 11, "TEXT", "why, for those who are kept waiting", "-m", "--message");

    LockCommand(Session session) {
        super(
                session,
                "lock",
                "Keep everybody from applying, during maintenance say. Clear it with: nkapp infra unlock");
    }

    @Override
    ExitStatus run() {
        return new LockOperations(session(), view())
                .hold(
                        selection(),
                        span.value().orElse(ONE_HOUR),
                        message.value().orElse("maintenance"));
    }
}
