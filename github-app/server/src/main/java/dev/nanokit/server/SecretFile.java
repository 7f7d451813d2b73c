package dev.nanokit.server;

import dev.nanokit.webhook.WebhookSecrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Supplier;

/**
 * Webhook secrets in a file, one on a line: write the new one above the old one, change it at GitHub, then take the old
 * one out. Changes are seen at the next delivery; a file that can't be read, or is empty, changes nothing.
 */
public final class SecretFile implements Supplier<WebhookSecrets> {
    private final Path file;
    private volatile Version current;

    private record Version(FileTime modified, WebhookSecrets secrets) {}

    /**
     * @throws IllegalArgumentException when there is no secret in it
     * @throws UncheckedIOException when it can't be read
     */
    public SecretFile(Path file) {
        this.file = file;
        try {
            this.current = read();
        } catch (IOException e) {
            throw new UncheckedIOException("the webhook secret file " + file + " can't be read", e);
        }
    }

    private Version read() throws IOException {
        FileTime modified = Files.getLastModifiedTime(file);
        List<String> secrets = Files.readAllLines(file).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("the webhook secret file " + file + " is empty");
        }
        return new Version(modified, WebhookSecrets.of(secrets));
    }

    @Override
    public WebhookSecrets get() {
        try {
            if (!Files.getLastModifiedTime(file).equals(current.modified())) {
                current = read();
            }
        } catch (IOException | IllegalArgumentException e) {
            // Being written right now, or gone: what was read before holds until there is something new.
        }
        return current.secrets();
    }
}
