package dev.nanokit.engine.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files under {@code src/test/resources}. */
public final class Corpus {
    /** Variables with which the valid files can be resolved. */
    public static final Variables VARIABLES = Variables.of(Map.of(
            "PORT",
            "8080",
            "WORD",
            "s3cr3t-word",
            "EMPTY",
            "",
            "NO",
            "no",
            "BLOCK",
            "{ image: nginx }",
            "IMAGE",
            "nginx"));

    private static final Path RESOURCES = Path.of("src/test/resources");

    private Corpus() {}

    public static List<Path> invalid() {
        return files("invalid");
    }

    public static List<Path> valid() {
        return files("valid");
    }

    public static List<Path> all() {
        return Stream.concat(valid().stream(), invalid().stream()).toList();
    }

    /** The file's text; what is not UTF-8 in it is replaced. */
    public static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
