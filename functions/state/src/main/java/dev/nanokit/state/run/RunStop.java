package dev.nanokit.state.run;

/** Why nothing new is begun in a run. */
public enum RunStop {
    FAILED,
    /** Somebody asked for it, or the workflow was stopped. */
    CANCELLED,
    /** Somebody cleared the lock, or took it over. */
    LOCK_LOST
}
