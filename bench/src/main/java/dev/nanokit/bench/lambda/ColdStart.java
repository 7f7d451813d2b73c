package dev.nanokit.bench.lambda;

import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts a function in a process of its own, and sends it two deliveries, which it must take. */
record ColdStart(LambdaFunction function, Account account) implements Trial {
    private static final Duration TIMEOUT = Duration.ofSeconds(90);

    @Override
    public Map<Metric, Double> run() throws Exception {
        Path output = Files.createTempFile("bench-lambda", ".log");
        try (RuntimeApi api = RuntimeApi.start(List.of(SignedPush.event(), SignedPush.event()))) {
            long started = System.nanoTime();
            Process process = start(api.address(), output);
            try {
                return figures(started, timeline(api, output), process);
            } finally {
                process.destroy();
                process.waitFor();
            }
        } finally {
            Files.delete(output);
        }
    }

    private Process start(String address, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(function.command())
                .directory(function.task().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(account.variables());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", address);
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "webhook");
        builder.environment().put("AWS_LAMBDA_INITIALIZATION_TYPE", function.snapStart() ? "snap-start" : "on-demand");
        return builder.start();
    }

    private static Timeline timeline(RuntimeApi api, Path output) throws IOException, InterruptedException {
        try {
            Timeline timeline = api.timeline().get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            for (Timeline.Request request : timeline.requests()) {
                if (!request.answer().contains("\"statusCode\":202")) {
                    throw new IllegalStateException("a delivery was answered with " + request.answer());
                }
            }
            return timeline;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the function has taken no delivery: " + Files.readString(output), e);
        }
    }

    private Map<Metric, Double> figures(long started, Timeline timeline, Process process) {
        Map<Metric, Double> figures = new EnumMap<>(Metric.class);
        double init = timeline.initMillis(started);
        double first = timeline.firstMillis();
        figures.put(Metric.INIT, init);
        figures.put(Metric.FIRST, first);
        figures.put(Metric.COLD, function.snapStart() ? first : init + first);
        figures.put(Metric.SECOND, timeline.requests().get(1).millis());
        process.info().totalCpuDuration().ifPresent(time -> figures.put(Metric.CPU, time.toNanos() / 1e6));
        figures.put(Metric.ARTIFACT, function.bytes() / 1024.0 / 1024.0);
        return figures;
    }
}
