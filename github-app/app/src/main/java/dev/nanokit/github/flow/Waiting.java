package dev.nanokit.github.flow;

/**
 * Told when the handling of a trigger only waits for somebody else, so that whoever runs the App can let others work
 * meanwhile. Called on the thread that handles the trigger.
 */
public interface Waiting {
    /** Nobody cares. */
    Waiting UNNOTICED = new Waiting() {
        @Override
        public void begins() {}

        @Override
        public void ends() {}
    };

    /** May be called several times while it waits. */
    void begins();

    /** May be called without its having waited. Must not wait for anything: a lock may be held by now. */
    void ends();
}
