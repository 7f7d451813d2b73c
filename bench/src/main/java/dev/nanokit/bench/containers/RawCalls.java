package dev.nanokit.bench.containers;

import dev.nanokit.bench.engine.RawEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The calls that bring a fleet up and down, and nothing else: no plan, no state, no lock, no look at what is there.
 *
 * @param parallel how many containers at a time
 */
record RawCalls(Fleet fleet, RawEngine engine, int parallel) implements FleetTrial.Means {
    @Override
    public void up() throws Exception {
        engine.createNetwork(network());
        forEachContainer(name -> {
            engine.createContainer(name, fleet.image(), network());
            engine.startContainer(name);
            engine.inspectContainer(name);
        });
    }

    @Override
    public void down() throws Exception {
        forEachContainer(name -> {
            engine.stopContainer(name);
            engine.removeContainer(name);
        });
        engine.removeNetwork(network());
    }

    private String network() {
        return fleet.project() + "-net";
    }

    private void forEachContainer(Call call) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(parallel)) {
            List<Future<?>> calls = new ArrayList<>();
            for (String service : fleet.services()) {
                calls.add(threads.submit(() -> {
                    call.on(fleet.project() + "-" + service);
                    return null;
                }));
            }
            for (Future<?> done : calls) {
                done.get();
            }
        }
    }

    private interface Call {
        void on(String container) throws Exception;
    }
}
