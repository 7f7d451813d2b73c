package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.server.SecretFile;
import dev.nanokit.webhook.WebhookSecrets;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The files with the webhook's secrets. Each is looked at again when it changes; any secret in any of them counts, so
 * that one can be exchanged for another while the App runs.
 */
public record SecretFiles(List<Path> files, List<SecretFile> readers) implements Supplier<WebhookSecrets> {
    public SecretFiles {
        files = List.copyOf(files);
        readers = List.copyOf(readers);
    }

    /** @param typed the names of the files; where there are none, the variable may hold some, with colons between */
    public static SecretFiles read(List<String> typed, Surroundings surroundings, Mistakes mistakes) {
        List<String> names = typed.isEmpty()
                ? Setting.WEBHOOK_SECRET_FILE
                        .value(Optional.empty(), surroundings)
                        .map(text -> List.of(text.split(File.pathSeparator, -1)))
                        .orElse(List.of())
                : typed;
        if (names.isEmpty()) {
            mistakes.add("the webhook's secret is missing", "give " + Setting.WEBHOOK_SECRET_FILE.ways());
        }
        List<Path> files = names.stream().map(surroundings.folder()::resolve).toList();
        List<SecretFile> readers = new ArrayList<>();
        files.forEach(file -> open(file, mistakes).ifPresent(readers::add));
        return new SecretFiles(files, readers);
    }

    private static Optional<SecretFile> open(Path file, Mistakes mistakes) {
        try {
            return Optional.of(new SecretFile(file));
        } catch (UncheckedIOException e) {
            mistakes.unreadable(file, Setting.WEBHOOK_SECRET_FILE);
        } catch (IllegalArgumentException e) {
            mistakes.add(
                    file + " holds no secret",
                    "write the webhook's secret into it, as on the App's page at GitHub: without one, anybody could"
                            + " tell the App what to do");
        }
        return Optional.empty();
    }

    @Override
    public WebhookSecrets get() {
        return readers.stream().map(SecretFile::get).reduce(WebhookSecrets::and).orElseThrow();
    }
}
