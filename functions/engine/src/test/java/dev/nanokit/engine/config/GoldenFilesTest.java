package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.ProblemFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole files beside what is said about them, for people to review. Run with {@code -Dnanokit.golden=write} to write
 * what is said today.
 */
class GoldenFilesTest {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final boolean WRITE = "write".equals(System.getProperty("nanokit.golden"));
    private static final Variables VARIABLES = Variables.of(Map.of(
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

    static Stream<Path> invalid() throws IOException {
        return files("invalid");
    }

    static Stream<Path> valid() throws IOException {
        return files("valid");
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void everyProblemOfAnInvalidFileIsTold(Path file) throws IOException {
        List<Problem> problems = problems(file);

        assertThat(problems).anyMatch(Problem::isError);
        compare(file, ".expected.txt", ProblemFormat.render(problems));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidFileHasNoErrorsAndItsWarningsAreTold(Path file) throws IOException {
        List<Problem> problems = problems(file);

        assertThat(problems).noneMatch(Problem::isError);
        compare(file, ".expected.txt", ProblemFormat.render(problems));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aValidFileBecomesTheseEnvironments(Path file) throws IOException {
        NanokitConfig config = NanokitConfig.parse("nanokit.yml", Files.readAllBytes(file));
        StringBuilder shown = new StringBuilder();
        for (String name : config.environmentNames()) {
            shown.append(EnvironmentText.of(config.environment(name, VARIABLES)));
        }

        compare(file, ".environments.txt", shown.toString());
    }

    private static List<Problem> problems(Path file) throws IOException {
        try {
            return NanokitConfig.parse("nanokit.yml", Files.readAllBytes(file)).check(VARIABLES);
        } catch (InvalidConfigException e) {
            return e.problems();
        }
    }

    private static void compare(Path file, String ending, String actual) throws IOException {
        Path golden = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.yml$", ending));
        if (WRITE) {
            Files.writeString(golden, actual + "\n");
        }
        assertThat(actual + "\n").isEqualTo(Files.readString(golden));
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        }
    }
}
