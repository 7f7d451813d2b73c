package dev.nanokit.stages.apply;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.stages.RunEvent;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The provider's calls about one change, until it is done: retried with growing pauses while the provider says that it
 * may go through, polled while it says that it is still at work.
 */
final class Attempt {
    private final Connection connection;
    private final Slots slots;
    private final Consumer<RunEvent> events;
    private final BooleanSupplier lost;

    /** @param lost whether the lock is gone: then no further call is made */
    Attempt(Connection connection, Slots slots, Consumer<RunEvent> events, BooleanSupplier lost) {
        this.connection = connection;
        this.slots = slots;
        this.events = events;
        this.lost = lost;
    }

    /**
     * @throws ProviderException when the provider refuses, or has failed too often
     * @throws AbandonedException when the lock was lost between two calls
     */
    Progress.Done perform(Change change, Inputs inputs) {
        Progress progress = retrying(change, () -> connection.apply(change, inputs));
        while (progress instanceof Progress.Pending(String cursor, Duration after)) {
            slots.waitOutside(after);
            progress = retrying(change, () -> connection.poll(change, inputs, cursor));
        }
        return (Progress.Done) progress;
    }

    private Progress retrying(Change change, Supplier<Progress> call) {
        for (int tries = 1; ; tries++) {
            if (lost.getAsBoolean()) {
                throw new AbandonedException();
            }
            try {
                return call.get();
            } catch (ProviderException e) {
                if (!Retries.allow(e, tries)) {
                    throw e;
                }
                Duration after = Retries.pause(tries);
                events.accept(new RunEvent.ChangeRetried(change, e.getMessage(), after));
                slots.waitOutside(after);
            }
        }
    }

    /** The lock was lost between two calls of a change; what was begun is in state as begun. */
    static final class AbandonedException extends RuntimeException {}
}
