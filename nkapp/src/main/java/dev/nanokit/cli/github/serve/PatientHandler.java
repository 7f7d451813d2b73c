package dev.nanokit.cli.github.serve;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.server.TriggerHandler;
import dev.nanokit.server.TryLaterException;
import dev.nanokit.webhook.trigger.Trigger;
import java.time.Duration;
import java.util.Optional;

/** Waits as long as GitHub asks before work is begun again. */
record PatientHandler(TriggerHandler handler) implements TriggerHandler {
    @Override
    public void handle(Trigger trigger) throws InterruptedException {
        try {
            handler.handle(trigger);
        } catch (GitHubException e) {
            Optional<Duration> wait = e.retryAfter();
            if (wait.isEmpty()) {
                throw e;
            }
            throw new TryLaterException(String.valueOf(e.getMessage()), wait.get(), e);
        }
    }

    @Override
    public String lane(Trigger trigger) {
        return handler.lane(trigger);
    }

    @Override
    public void arrived(Trigger trigger) {
        handler.arrived(trigger);
    }

    @Override
    public boolean beside(Trigger trigger) {
        return handler.beside(trigger);
    }
}
