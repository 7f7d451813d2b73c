package dev.nanokit.bench.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The plain function: the real one's own jars and the SDK's, without Quarkus and what Quarkus brings. */
final class PlainPackage {
    private static final String HANDLER = "dev.nanokit.bench.lambda.peer.PlainFunction";

    private static final List<String> KEPT = List.of(
            "dev.nanokit.",
            "software.amazon.awssdk.",
            "tools.jackson.",
            "com.fasterxml.jackson.core.jackson-annotations-",
            "com.amazonaws.",
            "org.reactivestreams.",
            "org.slf4j.slf4j-api-");

    private PlainPackage() {}

    /**
     * Puts it together.
     *
     * @param peers the jar with the handler
     * @param ours the real function, unpacked
     */
    static LambdaFunction of(Path peers, Path ours, Path task) throws IOException {
        Path lib = Files.createDirectories(task.resolve("lib"));
        Files.copy(peers, lib.resolve(peers.getFileName()));
        long bytes = Files.size(peers);
        for (Path jar : jars(ours.resolve("lib"))) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
            bytes += Files.size(jar);
        }
        return new LambdaFunction(HANDLER, task, List.of(), List.of(), false, bytes);
    }

    private static List<Path> jars(Path lib) throws IOException {
        try (Stream<Path> files = Files.list(lib)) {
            return files.filter(
                            file -> KEPT.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .toList();
        }
    }
}
