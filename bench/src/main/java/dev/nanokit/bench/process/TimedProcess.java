package dev.nanokit.bench.process;

import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Runs a command as a turn: wall time from its start to its end; and where GNU time is installed, its processor
 * time and peak memory by the kernel's account.
 *
 * @param expectedStatus any other exit status ends the benchmark: a command that fails is not measured
 */
public record TimedProcess(List<String> command, Path folder, Map<String, String> environment, int expectedStatus)
        implements Trial {
    private static final Path GNU_TIME = Path.of("/usr/bin/time");

    public TimedProcess {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    @Override
    public Map<Metric, Double> run() throws IOException, InterruptedException {
        Path output = Files.createTempFile("bench-output", ".txt");
        Path account = Files.createTempFile("bench-account", ".txt");
        try {
            long start = System.nanoTime();
            int status = start(output, account).waitFor();
            double millis = (System.nanoTime() - start) / 1e6;
            if (status != expectedStatus) {
                throw new IllegalStateException(
                        "%s ended with %d:%n%s".formatted(String.join(" ", command), status, Files.readString(output)));
            }
            Map<Metric, Double> figures = new EnumMap<>(Metric.class);
            figures.put(Metric.WALL, millis);
            if (kernelAccounts()) {
                addAccount(Files.readString(account), figures);
            }
            return figures;
        } finally {
            Files.delete(output);
            Files.delete(account);
        }
    }

    private Process start(Path output, Path account) throws IOException {
        List<String> line = new ArrayList<>();
        if (kernelAccounts()) {
            line.addAll(List.of(GNU_TIME.toString(), "-q", "-f", "%M %U %S", "-o", account.toString()));
        }
        line.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static boolean kernelAccounts() {
        return Files.isExecutable(GNU_TIME) && System.getProperty("os.name").equals("Linux");
    }

    /** @param account KiB at the peak, seconds in the program, seconds in the kernel */
    private static void addAccount(String account, Map<Metric, Double> figures) {
        String[] parts = account.strip().split(" ", -1);
        figures.put(Metric.PEAK_MEMORY, Long.parseLong(parts[0]) / 1024.0);
        figures.put(Metric.CPU, (Double.parseDouble(parts[1]) + Double.parseDouble(parts[2])) * 1000);
    }
}
