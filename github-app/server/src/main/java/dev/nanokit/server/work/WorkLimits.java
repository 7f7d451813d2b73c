package dev.nanokit.server.work;

/**
 * How much is taken on.
 *
 * @param parallel how many triggers are handled at once
 * @param backlog how many may be written down and not done; more are refused, and GitHub shows them as failed
 */
public record WorkLimits(int parallel, int backlog, RetrySchedule retries) {
    public static final WorkLimits USUAL = new WorkLimits(16, 10_000, RetrySchedule.PATIENT);
}
