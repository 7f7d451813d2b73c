package dev.nanokit.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.webhook.WebhookSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    private static final byte[] BODY = {1, 2, 3};

    @TempDir
    Path folder;

    private Path file;
    private long time;

    @BeforeEach
    void choose() {
        file = folder.resolve("webhook-secret");
    }

    @Test
    void lineEndOfAnEditorIsNoPartOfTheSecret() throws IOException {
        write("hunter2\r\n");

        assertThat(accepts(new SecretFile(file), "hunter2")).isTrue();
    }

    @Test
    void changedFileIsSeenAtTheNextDelivery() throws IOException {
        write("old");
        SecretFile secrets = new SecretFile(file);
        write("new\nold\n");

        assertThat(accepts(secrets, "new")).isTrue();
        assertThat(accepts(secrets, "old")).isTrue();
        write("new\n");
        assertThat(accepts(secrets, "old")).isFalse();
    }

    @Test
    void whileTheFileIsEmptyOrGoneTheSecretHolds() throws IOException {
        write("old");
        SecretFile secrets = new SecretFile(file);
        write("");
        assertThat(accepts(secrets, "old")).isTrue();

        Files.delete(file);
        assertThat(accepts(secrets, "old")).isTrue();
        write("new");
        assertThat(accepts(secrets, "new")).isTrue();
    }

    @Test
    void serverDoesNotStartWithoutASecret() throws IOException {
        assertThatThrownBy(() -> new SecretFile(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(file.toString());
        write("\n \n");
        assertThatThrownBy(() -> new SecretFile(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.fromMillis(++time * 1000));
    }

    private static boolean accepts(SecretFile file, String secret) {
        return file.get().signed(BODY, WebhookSecrets.of(List.of(secret)).sign(BODY));
    }
}
