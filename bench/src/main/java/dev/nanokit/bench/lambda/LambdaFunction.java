package dev.nanokit.bench.lambda;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A function as Lambda would have it.
 *
 * @param task the folder that its zip was unpacked to: /var/task
 * @param more class path beside the runtime's own, which on Lambda takes a wrapper script
 * @param flags beside the runtime's own, as in JAVA_TOOL_OPTIONS
 * @param snapStart whether its snapshot is taken once it has started
 * @param bytes size of the artifact
 */
record LambdaFunction(String handler, Path task, List<Path> more, List<String> flags, boolean snapStart, long bytes) {
    static final String ON_QUARKUS = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /** Those of Lambda's managed Java runtime with 1,024 MB, as its processes show them. */
    private static final List<String> MANAGED_RUNTIME = List.of(
            "-XX:MaxHeapSize=891289k",
            "-XX:+UseSerialGC",
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED");

    /** Jars that the runtime itself is made of. */
    private static final List<String> RUNTIME_JARS = List.of(
            "aws-lambda-java-core-",
            "aws-lambda-java-runtime-interface-client-",
            "aws-lambda-java-serialization-",
            "utils-lite-");

    /** Unpacked into a folder, and started without a snapshot. */
    static LambdaFunction unpacked(String handler, Path zip, Path task) throws IOException {
        Unzip.into(zip, task);
        return new LambdaFunction(handler, task, List.of(), List.of(), false, Files.size(zip));
    }

    LambdaFunction onSnapStart() {
        return new LambdaFunction(handler, task, more, flags, true, bytes);
    }

    LambdaFunction with(String flag) {
        List<String> all = new ArrayList<>(flags);
        all.add(flag);
        return new LambdaFunction(handler, task, more, all, snapStart, bytes);
    }

    List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(MANAGED_RUNTIME);
        command.addAll(flags);
        command.add("-cp");
        command.add(String.join(
                File.pathSeparator,
                Stream.concat(runtimeJars(), more.stream().map(Path::toString)).toList()));
        command.addAll(List.of("com.amazonaws.services.lambda.runtime.api.client.AWSLambda", handler));
        return command;
    }

    private static Stream<String> runtimeJars() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> RUNTIME_JARS.stream()
                        .anyMatch(Path.of(jar).getFileName().toString()::startsWith));
    }
}
