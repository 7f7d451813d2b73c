package dev.nanokit.http;

import dev.nanokit.stages.run.SourceStore;
import dev.nanokit.stages.step.BaseFolders;
import dev.nanokit.state.run.RunRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The folders of the runs that this function works on, fetched once for as long as it lives. Few are kept, since a
 * function's disk is small.
 */
final class FetchedFolders implements BaseFolders {
    private static final int KEPT = 4;

    private final SourceStore sources;
    private final Map<String, Path> folders = new LinkedHashMap<>();

    FetchedFolders(SourceStore sources) {
        this.sources = sources;
    }

    @Override
    public synchronized Path of(RunRequest request) {
        return request.sources().map(this::fetched).orElseGet(() -> folders.computeIfAbsent("", none -> empty()));
    }

    private Path fetched(String address) {
        Optional<Path> known = Optional.ofNullable(folders.get(address));
        if (known.isPresent()) {
            return known.get();
        }
        makeRoom();
        Path folder = empty();
        sources.fetch(address, folder);
        folders.put(address, folder);
        return folder;
    }

    /** One function does one step at a time: what is not asked for now is in nobody's use. */
    private void makeRoom() {
        while (folders.size() >= KEPT) {
            String eldest = folders.keySet().iterator().next();
            Folders.delete(folders.remove(eldest));
        }
    }

    private static Path empty() {
        try {
            return Files.createTempDirectory("nanokit-run-");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for a run's files", e);
        }
    }
}
