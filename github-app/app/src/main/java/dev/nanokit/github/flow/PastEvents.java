package dev.nanokit.github.flow;

import dev.nanokit.stages.RunEvent;
import java.util.List;

/** Whoever follows a run that has gone on elsewhere, and hears of it all at once. */
interface PastEvents {
    /** What has happened since the beginning, in order; nothing of it is news. */
    void past(List<RunEvent> events);
}
