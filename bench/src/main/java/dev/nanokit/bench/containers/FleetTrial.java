package dev.nanokit.bench.containers;

import dev.nanokit.bench.engine.RawEngine;
import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import java.util.EnumMap;
import java.util.Map;

/** Brings a fleet up and down by some means, and makes sure that it was really there, and is really gone. */
record FleetTrial(Fleet fleet, RawEngine engine, Means means) implements Trial {
    /** Who brings it up and down. */
    interface Means {
        void up() throws Exception;

        void down() throws Exception;
    }

    @Override
    public Map<Metric, Double> run() throws Exception {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        figures.put(Metric.UP, Trial.timed(1, means::up).run().get(Metric.WALL));
        expect(fleet.size());
        figures.put(Metric.DOWN, Trial.timed(1, means::down).run().get(Metric.WALL));
        expect(0);
        return figures;
    }

    private void expect(int containers) throws Exception {
        int running = engine.running(fleet.project());
        if (running != containers) {
            throw new IllegalStateException(
                    "%d containers of %s run, not %d".formatted(running, fleet.project(), containers));
        }
    }
}
