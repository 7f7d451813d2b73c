package dev.nanokit.github.flow.reading;

import dev.nanokit.github.api.Repository;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every nanokit.yml of a repository at a commit: the root's and those of folders.
 *
 * @param files by their paths
 */
public record RepositoryReading(Map<String, NanokitFile> files) {
    public static final String FILE_NAME = "nanokit.yml";

    public RepositoryReading {
        files = Collections.unmodifiableMap(new TreeMap<>(files));
    }

    /** @param commit commit id or branch name */
    public static RepositoryReading of(Repository repository, String commit) {
        Map<String, NanokitFile> files = new TreeMap<>();
        repository.files(commit, FILE_NAME).forEach((path, bytes) -> files.put(path, NanokitFile.parse(path, bytes)));
        return new RepositoryReading(files);
    }
}
