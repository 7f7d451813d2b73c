package dev.nanokit.server.work;

/**
 * How much is taken on.
 *
 * @param slots how many triggers are handled at once, of which none waits
 * @param backlog how many may be written down and not done; more are refused, and GitHub shows them as failed
 */
public record WorkLimits(WorkSlots slots, int backlog, RetrySchedule retries) {
    public static WorkLimits usual() {
        return new WorkLimits(new WorkSlots(16), 10_000, RetrySchedule.PATIENT);
    }
}
