package dev.nanokit.server.work;

import dev.nanokit.server.journal.Entry;
import java.time.Duration;

/** Hears how the work goes. */
public interface WorkListener {
    /** It was taken before, and is not begun again. */
    void duplicate(String name);

    /** @param fresh false where the process before this one left it */
    void queued(Entry entry, boolean fresh);

    void finished(Entry entry, Duration took);

    /** It failed, and will be begun again. */
    void failed(Entry entry, Throwable cause, Duration pause);

    /**
     * It was set aside.
     *
     * @param cause null where the process died of it each time
     */
    void parked(Entry entry, Throwable cause);

    /** The process ends before the work did; it is begun again after the next start. */
    void interrupted(Entry entry);

    /** What became of the work could not be written down, so it will be done again. */
    void notNoted(Entry entry, Throwable cause);
}
