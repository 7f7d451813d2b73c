package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.stages.RunEvent;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Redraws a live progress several times a second. */
final class Ticker implements Progress {
    private static final long PERIOD_MILLIS = 100;

    private final LiveProgress live;
    private final ScheduledExecutorService clock;

    Ticker(LiveProgress live) {
        this.live = live;
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("progress").factory());
        var unused = clock.scheduleAtFixedRate(live::draw, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void event(RunEvent event) {
        live.event(event);
    }

    @Override
    public void blocked(Blockade blockade) {
        live.blocked(blockade);
    }

    @Override
    public void cancelling() {
        live.cancelling();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        live.close();
    }
}
