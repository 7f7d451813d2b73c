package dev.nanokit.stages.world;

/**
 * Ends a run at a chosen step, as kill -9 would: from then on nothing that the run does reaches the table or the
 * provider. Steps are counted before and after each write of the table and each change at the provider.
 */
public final class Fate {
    private final int lastStep;
    private int steps;

    private Fate(int lastStep) {
        this.lastStep = lastStep;
    }

    public static Fate never() {
        return new Fate(Integer.MAX_VALUE);
    }

    /** @param step 1 for the very first */
    public static Fate atStep(int step) {
        return new Fate(step);
    }

    synchronized void step() {
        steps++;
        alive();
    }

    synchronized void alive() {
        if (steps >= lastStep) {
            throw new KilledError(lastStep);
        }
    }

    public synchronized boolean struck() {
        return steps >= lastStep;
    }

    /** The run was killed. An error, so that no code of ours can take it for a failure to be handled. */
    public static final class KilledError extends Error {
        KilledError(int step) {
            super("killed at step " + step);
        }
    }
}
