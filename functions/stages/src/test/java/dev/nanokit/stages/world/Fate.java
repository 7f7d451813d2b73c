package dev.nanokit.stages.world;

/**
 * Ends a run at a chosen step, as kill -9 would: from then on nothing that the run does reaches the table or the
 * provider. Or ends only what is at work in that moment, as when one function of many is lost. Steps are counted before
 * and after each write of the table and each change at the provider.
 */
public final class Fate {
    private final int lastStep;
    private final boolean whole;
    private int steps;

    private Fate(int lastStep, boolean whole) {
        this.lastStep = lastStep;
        this.whole = whole;
    }

    public static Fate never() {
        return new Fate(Integer.MAX_VALUE, true);
    }

    /** @param step 1 for the very first */
    public static Fate atStep(int step) {
        return new Fate(step, true);
    }

    /** Ends what comes to the step, and nothing else. */
    public static Fate onceAtStep(int step) {
        return new Fate(step, false);
    }

    synchronized void step() {
        steps++;
        if (whole ? steps >= lastStep : steps == lastStep) {
            throw new KilledError(lastStep);
        }
    }

    /** @throws KilledError when the whole run has been ended */
    public synchronized void alive() {
        if (whole && steps >= lastStep) {
            throw new KilledError(lastStep);
        }
    }

    public synchronized boolean struck() {
        return steps >= lastStep;
    }

    /** Whether it ends the whole run. */
    public boolean isWhole() {
        return whole;
    }

    /** The run was killed. An error, so that no code of ours can take it for a failure to be handled. */
    public static final class KilledError extends Error {
        KilledError(int step) {
            super("killed at step " + step);
        }
    }
}
