package dev.nanokit.github.flow;

/**
 * Keeps two from being at work on one pull request at the same time: what plans it again because of another one comes
 * from that other one's trigger. Nobody ever has two turns.
 */
interface Turns {
    void take(String whose, Work work) throws InterruptedException;

    /** Does it now or not at all. */
    boolean takeIfFree(String whose, Work work) throws InterruptedException;

    /** Whether all work on something is done by whoever has its turn, from its beginning to its end. */
    default boolean coverAllWork() {
        return false;
    }

    /** Work that may be interrupted. */
    interface Work {
        void run() throws InterruptedException;
    }
}
