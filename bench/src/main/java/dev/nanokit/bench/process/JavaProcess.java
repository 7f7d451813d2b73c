package dev.nanokit.bench.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A main class in a JVM of its own, started with the flags of {@code bin/nkapp}. */
public record JavaProcess(List<String> command) {
    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms24m",
            "-Xmx512m",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED");

    /** Runs the class once to make its ahead-of-time cache, where the JVM knows such a thing (JDK 25). */
    public static JavaProcess withStartCache(Class<?> main, List<String> arguments, Path cacheFolder)
            throws IOException, InterruptedException {
        if (Runtime.version().feature() < 25) {
            return new JavaProcess(command(List.of(), main, arguments));
        }
        Path cache = cacheFolder.resolve("cache");
        List<String> training = command(List.of("-XX:AOTCacheOutput=" + cache), main, arguments);
        new TimedProcess(training, cacheFolder, Map.of(), 0).run();
        return new JavaProcess(command(List.of("-XX:AOTCache=" + cache), main, arguments));
    }

    private static List<String> command(List<String> flags, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(arguments);
        return command;
    }

    /** The benchmarks' own jar and nkapp's, whose manifest names all others: nothing that only a peer needs. */
    private static String classPath() {
        return Stream.of("bench/target/nanokit-bench.jar", "nkapp/target/nkapp.jar")
                .map(jar -> Path.of(jar).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
