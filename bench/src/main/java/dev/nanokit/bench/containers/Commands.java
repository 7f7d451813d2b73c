package dev.nanokit.bench.containers;

import dev.nanokit.bench.process.TimedProcess;

/** Brings a fleet up and down by commands, each a whole process. */
record Commands(TimedProcess upCommand, TimedProcess downCommand) implements FleetTrial.Means {
    @Override
    public void up() throws Exception {
        upCommand.run();
    }

    @Override
    public void down() throws Exception {
        downCommand.run();
    }
}
