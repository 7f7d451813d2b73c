package dev.nanokit.bench.start;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.engine.BenchImage;
import dev.nanokit.bench.engine.RawEngine;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import dev.nanokit.bench.process.Nkapp;
import dev.nanokit.bench.process.Tofu;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The wait that a user feels at every command: goal, less than half a second. */
public final class StartBenchmark implements Benchmark {
    private static final Path SHOP = Path.of("examples", "shop");
    private static final String ONE_SERVICE = """
            name: small
            services:
              web: { image: "nanokit-bench:1" }
            """;
    private static final String ONE_CONTAINER = """
            terraform {
              required_providers {
                docker = { source = "kreuzwerker/docker" }
              }
            }
            resource "docker_network" "default" {
              name = "small-net"
            }
            resource "docker_container" "web" {
              name  = "small-web"
              image = "nanokit-bench:1"
              networks_advanced {
                name = docker_network.default.name
              }
            }
            """;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String question() {
        return "nkapp plan of a small file and of examples/shop, whole process, beside tofu plan";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        if (!RawEngine.answers()) {
            return List.of(new Outcome(question(), List.of(), List.of("not measured: no Docker engine answers")));
        }
        Nkapp.makeStartCache();
        try (RawEngine engine = new RawEngine();
                Scratch scratch = Scratch.create("start")) {
            BenchImage.importInto(engine);
            Nkapp warm = new Nkapp(scratch.folder("state"), true);
            Nkapp cold = new Nkapp(scratch.folder("state"), false);
            return List.of(small(scratch, warm, cold, effort), shop(warm, cold, effort));
        }
    }

    private static Outcome small(Scratch scratch, Nkapp warm, Nkapp cold, Effort effort) throws Exception {
        Path folder = scratch.folder("small");
        Files.writeString(folder.resolve("nanokit.yml"), ONE_SERVICE);
        List<Contender> contenders = new ArrayList<>(nkapp(folder, warm, cold));
        Path tofuFolder = scratch.folder("tofu");
        Files.writeString(tofuFolder.resolve("main.tf"), ONE_CONTAINER);
        Optional<Tofu> tofu = Tofu.installed();
        if (tofu.isPresent() && Tofu.useDockerProvider(tofuFolder)) {
            contenders.add(
                    new Contender("tofu plan, docker provider", tofu.get().command(tofuFolder, "plan")));
        }
        return effort.race(2, 15).run("Plan of one container on one network, nothing there yet", contenders);
    }

    private static Outcome shop(Nkapp warm, Nkapp cold, Effort effort) throws Exception {
        return effort.race(2, 15)
                .run("Plan of examples/shop, nothing there yet", nkapp(SHOP.toAbsolutePath(), warm, cold));
    }

    private static List<Contender> nkapp(Path folder, Nkapp warm, Nkapp cold) {
        return List.of(
                new Contender("nkapp plan", warm.command(folder, "plan")),
                new Contender("nkapp plan, without the start cache", cold.command(folder, "plan")));
    }
}
