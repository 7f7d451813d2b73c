package dev.nanokit.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for people to review. Run with {@code -Dnanokit.golden=write} to write what is said today. */
public final class Golden {
    private static final boolean WRITE = "write".equals(System.getProperty("nanokit.golden"));

    private Golden() {}

    public static void assertIs(Path file, String actual) {
        try {
            if (WRITE) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.writeString(file, actual);
            }
            assertThat(file)
                    .as("golden file; write it with -Dnanokit.golden=write")
                    .exists();
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
