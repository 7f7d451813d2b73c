package dev.nanokit.bench.plan;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import dev.nanokit.bench.process.JavaProcess;
import dev.nanokit.bench.process.TimedProcess;
import dev.nanokit.bench.process.Tofu;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan of many resources as a process, from its start to its end, beside OpenTofu's. */
public final class ScaleBenchmark implements Benchmark {
    @Override
    public String name() {
        return "scale";
    }

    @Override
    public String question() {
        return "a whole process that plans 1,000 and 10,000 resources, nothing changed, beside tofu plan";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        return List.of(compare(1_000, 7, effort), compare(10_000, 3, effort));
    }

    private static Outcome compare(int size, int rounds, Effort effort) throws Exception {
        try (Scratch scratch = Scratch.create("scale")) {
            List<Contender> contenders = new ArrayList<>(List.of(nanokit(scratch, size)));
            Optional<Contender> tofu = tofu(scratch, size);
            tofu.ifPresent(contenders::add);
            return effort.race(1, rounds)
                    .run("Plan of %,d unchanged resources, whole process".formatted(size), contenders)
                    .with(List.of(
                            "Nanokit: the plan workflow over a provider that answers at once, state in SQLite, the JVM"
                                    + " started as bin/nkapp starts it.",
                            tofu.isPresent()
                                    ? "OpenTofu: terraform_data resources of its built-in provider, state in a file."
                                    : "OpenTofu is not installed: bench/peers/build makes it."));
        }
    }

    private static Contender nanokit(Scratch scratch, int size) throws Exception {
        Path folder = scratch.folder("nanokit");
        try (SteadySite site = new SteadySite(folder, size)) {
            site.record();
        }
        JavaProcess process = JavaProcess.withStartCache(
                SteadyPlan.class, List.of(folder.toString(), Integer.toString(size)), scratch.folder("cache"));
        return new Contender("Nanokit", new TimedProcess(process.command(), folder, Map.of(), 0));
    }

    private static Optional<Contender> tofu(Scratch scratch, int size) throws Exception {
        Optional<Tofu> tofu = Tofu.installed();
        if (tofu.isEmpty()) {
            return Optional.empty();
        }
        Path folder = scratch.folder("tofu");
        TofuProject.write(folder, size);
        tofu.get().command(folder, "init").run();
        // With -detailed-exitcode, 0 says that nothing has changed.
        return Optional.of(new Contender("tofu plan", tofu.get().command(folder, "plan", "-detailed-exitcode")));
    }
}
