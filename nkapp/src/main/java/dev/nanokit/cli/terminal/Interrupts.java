package dev.nanokit.cli.terminal;

/** Ctrl-C, for runs that must not be cut off in the middle. */
public interface Interrupts {
    /**
     * From now on the first Ctrl-C is only told to the watcher, and the second one ends the process at once.
     *
     * @param onFirst called from another thread
     * @return ends the watch, so that Ctrl-C does again what it did before
     */
    Watch watch(Runnable onFirst);

    /** A watch that goes on until it is closed. */
    interface Watch extends AutoCloseable {
        /** Whether Ctrl-C was pressed. */
        boolean pressed();

        @Override
        void close();
    }
}
