package dev.nanokit.bench;

import dev.nanokit.bench.harness.Machine;
import dev.nanokit.bench.harness.Markdown;
import dev.nanokit.bench.harness.Outcome;
import dev.nanokit.bench.harness.ResultJson;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs benchmarks by name, prints their tables, and keeps them under {@code bench/results}. */
@Command(name = "bin/bench", mixinStandardHelpOptions = true, description = "Measures Nanokit beside its peers.")
public final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "Which benchmarks; all of them without any.")
    private List<String> names = List.of();

    @Option(
            names = "--effort",
            defaultValue = "1",
            paramLabel = "FACTOR",
            description = "Multiplies the rounds of each: 0.2 for a first look, 3 for a quiet night.")
    private double effort;

    @Option(names = "--list", description = "Tell which there are.")
    private boolean list;

    @Spec
    private CommandSpec spec;

    private final List<Benchmark> benchmarks;

    Bench(List<Benchmark> benchmarks) {
        this.benchmarks = List.copyOf(benchmarks);
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench(Benchmarks.ALL)).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            benchmarks.forEach(benchmark -> out.printf("%-12s %s%n", benchmark.name(), benchmark.question()));
            return 0;
        }
        List<Benchmark> chosen =
                names.isEmpty() ? benchmarks : names.stream().map(this::named).toList();
        Machine machine = Machine.here();
        out.println(machine);
        List<Outcome> outcomes = new ArrayList<>();
        for (Benchmark benchmark : chosen) {
            out.printf("%n## %s: %s%n%n", benchmark.name(), benchmark.question());
            for (Outcome outcome : benchmark.run(new Effort(effort))) {
                out.print(Markdown.of(outcome));
                outcomes.add(outcome);
            }
            out.flush();
        }
        out.println("Kept in " + keep(machine, outcomes));
        return 0;
    }

    private Benchmark named(String name) {
        return benchmarks.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no benchmark '%s'; there are: %s"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ",
                                                benchmarks.stream()
                                                        .map(Benchmark::name)
                                                        .toList()))));
    }

    private static Path keep(Machine machine, List<Outcome> outcomes) throws Exception {
        Path folder = Files.createDirectories(Path.of("bench", "results"));
        Path file = folder.resolve(
                "%tFT%<tH%<tM%<tS.json".formatted(java.time.LocalDateTime.now(java.time.ZoneOffset.UTC)));
        return Files.writeString(file, ResultJson.of(machine, outcomes));
    }
}
