package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions are kept under what they hold, so that building the same again uploads and publishes nothing. */
class ArtifactTest {
    private static final long MONDAY = 1_700_000_000_000L;
    private static final long TUESDAY = MONDAY + 86_400_000L;

    @TempDir
    private Path folder;

    @Test
    void theSameFilesAreTheSameWheneverAndInWhateverOrderTheyArePacked() {
        byte[] one = zip(MONDAY, List.of("META-INF/", "a", "b.jar"), Map.of("b.jar", jar(MONDAY, "x")));
        byte[] other = zip(TUESDAY, List.of("b.jar", "a"), Map.of("b.jar", jar(TUESDAY, "x")));

        assertThat(one).isNotEqualTo(other);
        assertThat(digest(one)).isEqualTo(digest(other));
    }

    @Test
    void anotherFileInAJarIsAnotherArtifact() {
        byte[] one = zip(MONDAY, List.of("lib/a.jar"), Map.of("lib/a.jar", jar(MONDAY, "x")));
        byte[] other = zip(MONDAY, List.of("lib/a.jar"), Map.of("lib/a.jar", jar(MONDAY, "y")));

        assertThat(digest(one)).isNotEqualTo(digest(other));
        assertThat(digest(zip(MONDAY, List.of("a", "b"), Map.of())))
                .isNotEqualTo(digest(zip(MONDAY, List.of("a"), Map.of())));
    }

    @Test
    void whenAJarWasPackedDoesNotCountEither() {
        byte[] one = zip(MONDAY, List.of("lib/a.jar"), Map.of("lib/a.jar", jar(MONDAY, "x")));
        byte[] other = zip(MONDAY, List.of("lib/a.jar"), Map.of("lib/a.jar", jar(TUESDAY, "x")));

        assertThat(digest(one)).isEqualTo(digest(other));
    }

    private static byte[] jar(long time, String text) {
        return zip(time, List.of("A.class"), Map.of("A.class", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] zip(long time, List<String> names, Map<String, byte[]> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(time);
                zip.putNextEntry(entry);
                zip.write(content.getOrDefault(name, new byte[0]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String digest(byte[] archive) {
        Path file = folder.resolve("archive.zip");
        try {
            Files.write(file, archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Command.Outcome outcome = Command.of(
                        "python3",
                        "-c",
                        "import sys, pathlib; from nanokit_aws import artifact;"
                                + " print(artifact.content(pathlib.Path(sys.argv[1]).read_bytes()))",
                        file.toString())
                .with(Command.python().variables())
                .run();
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return outcome.out();
    }
}
