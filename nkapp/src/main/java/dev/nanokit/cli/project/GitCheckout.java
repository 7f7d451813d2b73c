package dev.nanokit.cli.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A git checkout, read from its files: no git process is started, none need be installed.
 *
 * @param root the folder that is checked out
 * @param branch empty with a detached head, or where git keeps its refs in a form that is not read here
 * @param commit head commit; empty before the first, or where the refs are not read
 * @param repository how the repository is named as an owner: its origin without credentials, else the absolute path of
 *     the repository that all its worktrees share
 */
public record GitCheckout(Path root, Optional<String> branch, Optional<String> commit, String repository) {
    private static final String BRANCHES = "refs/heads/";
    private static final String REFTABLE = "refs/heads/.invalid";
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** The checkout in which the folder lies, if it lies in one. */
    public static Optional<GitCheckout> around(Path folder) {
        for (Path root = folder.toAbsolutePath().normalize(); root != null; root = root.getParent()) {
            Optional<Path> gitFolder = gitFolder(root);
            if (gitFolder.isPresent()) {
                return Optional.of(read(root, gitFolder.get()));
            }
        }
        return Optional.empty();
    }

    /** A folder {@code .git}, or, in a worktree or submodule, the file of that name that says where it is. */
    private static Optional<Path> gitFolder(Path root) {
        Path git = root.resolve(".git");
        if (Files.isDirectory(git)) {
            return Files.isRegularFile(git.resolve("HEAD")) ? Optional.of(git) : Optional.empty();
        }
        return text(git)
                .filter(text -> text.startsWith("gitdir:"))
                .map(text ->
                        root.resolve(text.substring("gitdir:".length()).strip()).normalize())
                .filter(folder -> Files.isRegularFile(folder.resolve("HEAD")));
    }

    private static GitCheckout read(Path root, Path gitFolder) {
        Path common = text(gitFolder.resolve("commondir"))
                .map(text -> gitFolder.resolve(text).normalize())
                .orElse(gitFolder);
        String head = text(gitFolder.resolve("HEAD")).orElse("");
        Optional<String> ref = head.startsWith("ref:")
                ? Optional.of(head.substring("ref:".length()).strip())
                : Optional.empty();
        Optional<String> branch = ref.filter(name -> name.startsWith(BRANCHES) && !name.equals(REFTABLE))
                .map(name -> name.substring(BRANCHES.length()));
        Optional<String> commit = ref.isPresent() ? resolve(gitFolder, common, ref.get()) : objectId(head);
        return new GitCheckout(root, branch, commit, repository(root, common));
    }

    private static Optional<String> resolve(Path gitFolder, Path common, String ref) {
        return objectIdIn(gitFolder.resolve(ref))
                .or(() -> objectIdIn(common.resolve(ref)))
                .or(() -> packed(common.resolve("packed-refs"), ref));
    }

    private static Optional<String> packed(Path packedRefs, String ref) {
        for (String line : lines(packedRefs)) {
            if (line.endsWith(" " + ref)) {
                return objectId(line.substring(0, line.indexOf(' ')));
            }
        }
        return Optional.empty();
    }

    private static String repository(Path root, Path common) {
        Path own = common.endsWith(".git") ? common.getParent() : common.startsWith(root) ? root : common;
        Optional<String> origin = GitConfig.origin(lines(common.resolve("config")));
        if (origin.isEmpty()) {
            return own.toString();
        }
        return OriginUrl.normalise(origin.get())
                .orElseGet(() -> own.resolve(origin.get()).normalize().toString());
    }

    private static Optional<String> objectIdIn(Path file) {
        return text(file).flatMap(GitCheckout::objectId);
    }

    private static Optional<String> objectId(String text) {
        return OBJECT_ID.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readString(file).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static List<String> lines(Path file) {
        return text(file).map(text -> text.lines().toList()).orElse(List.of());
    }
}
