package dev.nanokit.cli.github.serve;

import dev.nanokit.github.flow.Waiting;
import dev.nanokit.server.work.WorkSlots;

/** Lets others work in the slot of an apply that only waits. */
record InSlots(WorkSlots slots) implements Waiting {
    @Override
    public void begins() {
        slots.leave();
    }

    @Override
    public void ends() {
        slots.comeBack();
    }
}
