package dev.nanokit.cli.github.receive;

import dev.nanokit.state.Tables;
import dev.nanokit.state.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A memory that is empty at the start and gone in the end. The App does nothing twice that it remembers, and what is
 * replayed is to be done each time.
 */
record Scratch(Path folder, Table table) implements AutoCloseable {
    static Scratch open(InstantSource clock) {
        try {
            Path folder = Files.createTempDirectory("nanokit-receive");
            return new Scratch(folder, Tables.open("sqlite://" + folder.resolve("memory.db"), clock));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        table.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
