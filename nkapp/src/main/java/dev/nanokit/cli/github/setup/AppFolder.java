package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A folder that keeps what GitHub gave for an App. Only its owner may look into it. */
record AppFolder(Path folder) implements AppStore {
    private static final String KEY = "private-key.pem";
    private static final String SECRET = "webhook-secret";
    private static final String APP = "app.json";

    Path keyFile() {
        return folder.resolve(KEY);
    }

    Path secretFile() {
        return folder.resolve(SECRET);
    }

    @Override
    public void requireRoom(boolean force) {
        List<Path> there = List.of(keyFile(), secretFile(), folder.resolve(APP)).stream()
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!there.isEmpty() && !force) {
            throw new Refusal(Failure.usage(
                    there.getFirst() + " is there already",
                    "an App's key can't be had from GitHub a second time",
                    "give another folder: --save DIR",
                    "or overwrite it: --force"));
        }
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder, permissions("rwx------"));
            }
            Files.delete(Files.createTempFile(folder, ".", ".partial"));
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    @Override
    public void keep(RegisteredApp app) {
        write(keyFile(), app.privateKeyPem());
        write(secretFile(), app.webhookSecret() + "\n");
        write(
                folder.resolve(APP),
                JsonText.pretty(out -> {
                            out.writeStartObject();
                            out.writeNumberProperty("id", app.id());
                            out.writeStringProperty("slug", app.slug());
                            out.writeStringProperty("client_id", app.clientId());
                            out.writeStringProperty("html_url", app.htmlUrl());
                            out.writeEndObject();
                        })
                        + "\n");
    }

    @Override
    public List<String> kept() {
        return List.of(
                keyFile().toString(),
                secretFile().toString(),
                folder.resolve(APP).toString());
    }

    @Override
    public List<String> serveOptions(RegisteredApp app) {
        return List.of(
                "--app-id",
                String.valueOf(app.id()),
                "--private-key-file",
                keyFile().toString(),
                "--webhook-secret-file",
                secretFile().toString());
    }

    /** Whoever looks sees the old file or the new one, and nobody else sees either. */
    private void write(Path file, String text) {
        try {
            Path partial = Files.createTempFile(folder, ".", ".partial", permissions("rw-------"));
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static FileAttribute<?> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    private Refusal unwritable(IOException e) {
        return new Refusal(Failure.failed(
                "io",
                "nothing can be kept in " + folder,
                String.valueOf(e.getMessage()),
                "see that this user may write there, or give another folder: --save DIR"));
    }
}
