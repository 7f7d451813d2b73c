package dev.nanokit.provider.docker.observe;

import dev.nanokit.provider.docker.engine.EngineClient;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Small text files inside a container, read and written by the engine's archive calls. */
public final class ContainerFiles {
    private final EngineClient engine;

    public ContainerFiles(EngineClient engine) {
        this.engine = engine;
    }

    /** The file's text; empty where it is not there. */
    public Optional<String> read(String container, String path) {
        String archived = "/containers/" + container + "/archive?path=" + EngineClient.encoded(path);
        return engine.findBytes(archived, "reading " + path + " in container " + container)
                .flatMap(ContainerFiles::firstEntry);
    }

    private static Optional<String> firstEntry(byte[] archived) {
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new ByteArrayInputStream(archived))) {
            return archive.getNextEntry() == null
                    ? Optional.empty()
                    : Optional.of(new String(archive.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes files, each by its absolute path, with the folders above it. */
    public void write(String container, Map<String, String> contents) {
        try {
            engine.docker()
                    .copyArchiveToContainerCmd(container)
                    .withRemotePath("/")
                    .withTarInputStream(new ByteArrayInputStream(archive(contents)))
                    .exec();
        } catch (RuntimeException e) {
            throw engine.errors().of(e, "writing files into container " + container);
        }
    }

    private static byte[] archive(Map<String, String> contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream archive = new TarArchiveOutputStream(bytes)) {
            for (Map.Entry<String, String> file : contents.entrySet()) {
                byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey().substring(1));
                entry.setSize(content.length);
                archive.putArchiveEntry(entry);
                archive.write(content);
                archive.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
