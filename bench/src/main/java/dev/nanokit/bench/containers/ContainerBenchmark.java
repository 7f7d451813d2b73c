package dev.nanokit.bench.containers;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.engine.BenchImage;
import dev.nanokit.bench.engine.RawEngine;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import dev.nanokit.bench.process.Nkapp;
import dev.nanokit.bench.process.TimedProcess;
import dev.nanokit.bench.process.Tofu;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fifty containers up and down, on the Docker engine of this machine. */
public final class ContainerBenchmark implements Benchmark {
    private static final int CONTAINERS = 50;
    /** As many as Nanokit has in flight. */
    private static final int PARALLEL = 10;

    @Override
    public String name() {
        return "containers";
    }

    @Override
    public String question() {
        return CONTAINERS
                + " containers on one network up and down: nkapp beside docker compose, OpenTofu, bare Engine API calls";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        if (!RawEngine.answers()) {
            return List.of(new Outcome(question(), List.of(), List.of("not measured: no Docker engine answers")));
        }
        try (RawEngine engine = new RawEngine();
                Scratch scratch = Scratch.create("containers")) {
            Nkapp.makeStartCache();
            BenchImage.importInto(engine);
            List<Contender> contenders = new ArrayList<>(List.of(nkapp(engine, scratch), rawCalls(engine)));
            for (Compose compose : Compose.installed()) {
                contenders.add(compose(compose, engine, scratch));
            }
            tofu(engine, scratch).ifPresent(contenders::add);
            return List.of(effort.race(1, 7)
                    .run(CONTAINERS + " containers", contenders)
                    .with(List.of("Bare calls: " + PARALLEL
                            + " at a time, from a process that runs already; no plan, no state,"
                            + " no lock, no look at what is there. The others are whole processes.")));
        }
    }

    private static Contender nkapp(RawEngine engine, Scratch scratch) throws Exception {
        Fleet fleet = fleet("nkbench");
        Path folder = scratch.folder(fleet.project());
        Files.writeString(folder.resolve("nanokit.yml"), fleet.nanokitFile());
        Nkapp nkapp = new Nkapp(scratch.folder("state"), true);
        Commands commands = new Commands(nkapp.command(folder, "up", "-y"), nkapp.command(folder, "destroy", "-y"));
        return new Contender("nkapp up -y, nkapp destroy -y", new FleetTrial(fleet, engine, commands));
    }

    private static Contender rawCalls(RawEngine engine) {
        Fleet fleet = fleet("rawbench");
        return new Contender(
                "Engine API, bare calls", new FleetTrial(fleet, engine, new RawCalls(fleet, engine, PARALLEL)));
    }

    private static Contender compose(Compose compose, RawEngine engine, Scratch scratch) throws Exception {
        Fleet fleet = fleet("composebench" + compose.version().charAt(0));
        Path folder = scratch.folder(fleet.project());
        Files.writeString(folder.resolve("compose.yml"), fleet.composeFile());
        return new Contender(
                "docker compose " + compose.version(),
                new FleetTrial(
                        fleet,
                        engine,
                        new Commands(
                                new TimedProcess(compose.up(), folder, Map.of(), 0),
                                new TimedProcess(compose.down(), folder, Map.of(), 0))));
    }

    private static Optional<Contender> tofu(RawEngine engine, Scratch scratch) throws Exception {
        Fleet fleet = fleet("tofubench");
        Path folder = scratch.folder(fleet.project());
        Optional<Tofu> tofu = Tofu.installed();
        if (tofu.isEmpty() || !Tofu.useDockerProvider(folder)) {
            return Optional.empty();
        }
        Files.writeString(folder.resolve("main.tf"), fleet.tofuFile());
        Commands commands = new Commands(
                tofu.get().command(folder, "apply", "-auto-approve"),
                tofu.get().command(folder, "destroy", "-auto-approve"));
        return Optional.of(new Contender("OpenTofu with its docker provider", new FleetTrial(fleet, engine, commands)));
    }

    private static Fleet fleet(String project) {
        return new Fleet(project, BenchImage.NAME, CONTAINERS);
    }
}
