package dev.nanokit.provider.docker.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.provider.ResourceText;
import dev.nanokit.provider.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole files beside the resources that they become on docker, for people to review. Run with
 * {@code -Dnanokit.golden=write} to write what they become today.
 */
class GoldenCompilationTest {
    private static final Path FILES = Path.of("src/test/resources/compile");
    private static final boolean WRITE = "write".equals(System.getProperty("nanokit.golden"));
    private static final Sources SOURCES =
            new Sources(Map.of("web", "sha256:web", "worker", "sha256:worker"), List.of());

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.filter(file -> file.toString().endsWith(".yml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileBecomesTheseResources(Path file) throws IOException {
        Environment environment =
                NanokitConfig.parse("nanokit.yml", Files.readAllBytes(file)).environment("local", Variables.none());

        String compiled = ResourceText.of(DockerCompiler.compile(environment, SOURCES));

        Path expected = FILES.resolve(file.getFileName().toString().replace(".yml", ".expected.txt"));
        if (WRITE) {
            Files.writeString(expected, compiled);
        }
        assertThat(compiled).isEqualTo(Files.readString(expected));
    }

    @ParameterizedTest
    @MethodSource("files")
    void compilingTwiceGivesTheSame(Path file) throws IOException {
        Environment environment =
                NanokitConfig.parse("nanokit.yml", Files.readAllBytes(file)).environment("local", Variables.none());

        assertThat(DockerCompiler.compile(environment, SOURCES))
                .isEqualTo(DockerCompiler.compile(environment, SOURCES));
    }
}
