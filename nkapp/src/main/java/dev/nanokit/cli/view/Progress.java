package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.stages.RunEvent;

/** Shows a run while it goes on. Safe for use by several threads. */
public interface Progress extends AutoCloseable {
    void event(RunEvent event);

    /** The run waits for a lock. */
    void blocked(Blockade blockade);

    /** The user has pressed Ctrl-C. */
    void cancelling();

    /** Nothing more is shown. */
    @Override
    void close();
}
