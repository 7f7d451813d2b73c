package dev.nanokit.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.ProblemFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Compares with files under {@code src/test/resources/plans}, which people review. With {@code -Dgolden.update=true}
 * they are written anew.
 */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/plans");

    private Golden() {}

    static void check(String file, String text) {
        Path path = FOLDER.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(FOLDER);
                Files.writeString(path, text);
            }
            assertThat(text).as("compared with %s", path).isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is printed instead of a plan. */
    static String refusal(Supplier<Plan> planning) {
        try {
            return "no refusal, but\n" + PlanText.of(planning.get());
        } catch (InvalidConfigException e) {
            return ProblemFormat.render(e.problems()) + "\n";
        }
    }
}
