package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files of one name, anywhere in a commit: one call for the tree, and one for each file that wasn't seen before. */
final class SourceFiles {
    /** More than what nanokit.yml may have, so that the file's own rules are what refuses it first. */
    private static final long LARGEST = 4L << 20;

    private static final int MOST = 1_000;

    /** GitHub asks not to send very many at once. */
    private static final int AT_ONCE = 8;

    private final Library library;
    private final Trees trees;

    SourceFiles(Library library) {
        this.library = library;
        this.trees = new Trees(library);
    }

    Map<String, byte[]> named(String name, String commit) {
        List<Trees.File> found = trees.files(commit, name);
        check(found, name);
        try (ExecutorService threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            Map<String, Future<byte[]>> reading = new TreeMap<>();
            found.forEach(file -> reading.put(file.path(), threads.submit(() -> read(file))));
            return await(reading, threads);
        }
    }

    private static void check(List<Trees.File> found, String name) {
        if (found.size() > MOST) {
            throw new GitHubException(
                    "the commit has " + found.size() + " files named " + name + "; at most " + MOST + " are read",
                    413,
                    null,
                    null);
        }
        found.stream().filter(file -> file.size() > LARGEST).findFirst().ifPresent(file -> {
            throw new GitHubException(
                    file.path() + " has " + file.size() + " bytes; at most " + LARGEST + " are read", 413, null, null);
        });
    }

    private byte[] read(Trees.File file) {
        return Library.call(() -> {
            try (InputStream content = library.repository().getBlob(file.sha()).read()) {
                return content.readAllBytes();
            }
        });
    }

    private static Map<String, byte[]> await(Map<String, Future<byte[]>> reading, ExecutorService threads) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Map.Entry<String, Future<byte[]>> file : reading.entrySet()) {
                files.put(file.getKey(), file.getValue().get());
            }
            return files;
        } catch (ExecutionException e) {
            threads.shutdownNow();
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new GitHubException("interrupted while files were read", 0, null, e);
        }
    }
}
