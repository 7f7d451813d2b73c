package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.kohsuke.github.GHTree;
import org.kohsuke.github.GHTreeEntry;

/**
 * Finds files in a commit's tree. GitHub gives a whole tree in one answer up to 100,000 entries or 7 MB; of a larger one
 * each folder is asked for by itself. Links and submodules are no files.
 */
final class Trees {
    private static final Set<String> FILE = Set.of("100644", "100755");
    private static final int MOST_CALLS = 500;

    private final Library library;

    record File(String path, String sha, long size) {}

    private record Folder(String path, String sha) {}

    Trees(Library library) {
        this.library = library;
    }

    List<File> files(String commit, String name) {
        List<File> found = new ArrayList<>();
        Deque<Folder> folders = new ArrayDeque<>(List.of(new Folder("", commit)));
        for (int calls = 0; !folders.isEmpty(); calls++) {
            if (calls > MOST_CALLS) {
                throw new GitHubException(
                        "the repository's tree is too large to be searched for " + name, 413, null, null);
            }
            Folder folder = folders.pop();
            GHTree whole = recursive(folder.sha());
            if (whole.isTruncated()) {
                GHTree level = level(whole.getSha());
                take(level, folder.path(), name, found);
                folders.addAll(inside(level, folder.path()));
            } else {
                take(whole, folder.path(), name, found);
            }
        }
        return found;
    }

    private static List<Folder> inside(GHTree level, String path) {
        return level.getTree().stream()
                .filter(entry -> entry.getType().equals("tree"))
                .map(entry -> new Folder(path + entry.getPath() + "/", entry.getSha()))
                .toList();
    }

    private static void take(GHTree tree, String folder, String name, List<File> found) {
        for (GHTreeEntry entry : tree.getTree()) {
            boolean named = entry.getPath().equals(name) || entry.getPath().endsWith("/" + name);
            if (named && entry.getType().equals("blob") && FILE.contains(entry.getMode())) {
                found.add(new File(folder + entry.getPath(), entry.getSha(), entry.getSize()));
            }
        }
    }

    private GHTree recursive(String tree) {
        return Library.call(() -> library.repository().getTreeRecursive(tree, 1));
    }

    private GHTree level(String tree) {
        GHTree level = Library.call(() -> library.repository().getTree(tree));
        if (level.isTruncated()) {
            throw new GitHubException("a folder of the repository is too large for GitHub to list", 413, null, null);
        }
        return level;
    }
}
