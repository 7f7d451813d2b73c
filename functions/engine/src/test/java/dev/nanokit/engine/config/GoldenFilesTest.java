package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.ProblemFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole files beside what is said about them, for people to review. Run with {@code -Dnanokit.golden=write} to write
 * what is said today.
 */
class GoldenFilesTest {
    private static final boolean WRITE = "write".equals(System.getProperty("nanokit.golden"));

    @ParameterizedTest
    @MethodSource("dev.nanokit.engine.config.Corpus#invalid")
    void everyProblemOfAnInvalidFileIsTold(Path file) throws IOException {
        List<Problem> problems = problems(file);

        assertThat(problems).anyMatch(Problem::isError);
        compare(file, ".expected.txt", ProblemFormat.render(problems));
    }

    @ParameterizedTest
    @MethodSource("dev.nanokit.engine.config.Corpus#valid")
    void aValidFileHasNoErrorsAndItsWarningsAreTold(Path file) throws IOException {
        List<Problem> problems = problems(file);

        assertThat(problems).noneMatch(Problem::isError);
        compare(file, ".expected.txt", ProblemFormat.render(problems));
    }

    @ParameterizedTest
    @MethodSource("dev.nanokit.engine.config.Corpus#valid")
    void aValidFileBecomesTheseEnvironments(Path file) throws IOException {
        NanokitConfig config = NanokitConfig.parse("nanokit.yml", Corpus.bytes(file));
        StringBuilder shown = new StringBuilder();
        for (String name : config.environmentNames()) {
            shown.append(EnvironmentText.of(config.environment(name, Corpus.VARIABLES)));
        }

        compare(file, ".environments.txt", shown.toString());
    }

    private static List<Problem> problems(Path file) {
        try {
            return NanokitConfig.parse("nanokit.yml", Corpus.bytes(file)).check(Corpus.VARIABLES);
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
}
