package dev.nanokit.bench.lambda;

import dev.nanokit.bench.Benchmark;
import dev.nanokit.bench.Effort;
import dev.nanokit.bench.Scratch;
import dev.nanokit.bench.harness.Contender;
import dev.nanokit.bench.harness.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Goal: the webhook function's first delivery waits at most half as long as an untuned Quarkus function's. */
public final class LambdaBenchmark implements Benchmark {
    private static final Path OURS = Path.of("github-app/lambda/target");
    private static final Path PEERS = Path.of("bench/lambda/target");
    private static final Path PEERS_JAR = PEERS.resolve("nanokit-bench-lambda-0.1.0-SNAPSHOT.jar");
    private static final String ZIP = "function.zip";
    private static final List<String> NOTES = List.of(
            "A snapshot is not written and read here: add Lambda's own time for a restore to the lines on SnapStart.",
            "The account is moto on the same processors: most of a second request is moto's time.",
            "Processor time is of the process from its start to its second answer, the work before a snapshot with it.");

    @Override
    public String name() {
        return "lambda";
    }

    @Override
    public String question() {
        return "cold start of the webhook function, beside a plain Java function and an untuned Quarkus function";
    }

    @Override
    public List<Outcome> run(Effort effort) throws Exception {
        if (!Files.exists(OURS.resolve(ZIP)) || !Files.exists(PEERS.resolve(ZIP))) {
            return List.of(
                    new Outcome(question(), List.of(), List.of("not measured: bin/bench lambda builds the functions")));
        }
        try (Scratch scratch = Scratch.create("lambda");
                Account account = Account.open(SignedPush.SECRET)) {
            List<Contender> contenders = contenders(scratch, account);
            return List.of(effort.race(1, 5)
                    .run("A signed push, to a function that is not there yet", contenders)
                    .with(NOTES));
        }
    }

    private static List<Contender> contenders(Scratch scratch, Account account) throws Exception {
        LambdaFunction untuned =
                LambdaFunction.unpacked(LambdaFunction.ON_QUARKUS, PEERS.resolve(ZIP), scratch.folder("untuned"));
        LambdaFunction ours =
                LambdaFunction.unpacked(LambdaFunction.ON_QUARKUS, OURS.resolve(ZIP), scratch.folder("ours"));
        LambdaFunction plain = PlainPackage.of(PEERS_JAR, ours.task(), scratch.folder("plain"));
        List<Contender> contenders = new ArrayList<>();
        contenders.add(new Contender("Quarkus untuned", new ColdStart(untuned, account)));
        contenders.add(new Contender("plain Java", new ColdStart(plain, account)));
        contenders.add(new Contender("ours without SnapStart", new ColdStart(ours, account)));
        if (Runtime.version().feature() >= 25) {
            LambdaFunction cached = StartCache.train(ours, StartCache.runner(OURS), scratch.folder("cached"), account);
            contenders.add(new Contender("ours without SnapStart, start cache", new ColdStart(cached, account)));
        }
        contenders.add(new Contender(
                "Quarkus untuned on SnapStart, not primed", new ColdStart(untuned.onSnapStart(), account)));
        contenders.add(
                new Contender("ours as deployed: on SnapStart, primed", new ColdStart(ours.onSnapStart(), account)));
        return contenders;
    }
}
