package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.Main;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan must not wait for what only the GitHub App needs. */
class LoadedClassesTest {
    @TempDir
    private Path folder;

    @Test
    void aPlanLoadsNothingOfTheGitHubApp() throws Exception {
        Files.writeString(folder.resolve("nanokit.yml"), "name: shop\n");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "plan",
                        "--offline")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("NANOKIT_STATE", "sqlite://" + folder.resolve("state.db"));
        Process process = builder.start();

        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(process.waitFor()).isZero();
        assertThat(lines).anyMatch(line -> line.contains("dev.nanokit.cli.operation.PlanOperation"));
        assertThat(lines)
                .noneMatch(
                        line -> line.matches(
                                ".*(dev\\.nanokit\\.(github|server|webhook|cli\\.github)|org\\.kohsuke|io\\.jsonwebtoken)\\..*"));
    }
}
