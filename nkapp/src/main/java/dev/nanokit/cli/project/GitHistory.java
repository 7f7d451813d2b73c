package dev.nanokit.cli.project;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What a checkout's history holds, read by the git program: history is packed in ways that only git had better read. */
public final class GitHistory {
    private static final int MISSING = 1;

    private final Path root;

    /** @param root the folder that is checked out */
    public GitHistory(Path root) {
        this.root = root;
    }

    /** @throws Refusal when there is no git program, or it refuses to read here */
    public boolean has(String commit) {
        Ended ended = git(Map.of(), "cat-file", "-e", commit);
        if (ended.status() > MISSING) {
            throw new Refusal(Failure.failed(
                    "git", "git can't read the history of " + root, ended.error(), "see what git says: git status"));
        }
        return ended.status() == 0;
    }

    /** A file as it was at a commit that is there; empty where the commit has none. */
    public Optional<byte[]> file(String commit, Path path) {
        Ended ended = git(Map.of(), "cat-file", "blob", commit + ":" + root.relativize(path));
        return ended.status() == 0 ? Optional.of(ended.output().array()) : Optional.empty();
    }

    /** Everything as it was at a commit, under the folder. Neither the checkout nor git's index is touched. */
    public void unpack(String commit, Path folder) {
        Map<String, String> index =
                Map.of("GIT_INDEX_FILE", folder.resolve("index").toString());
        Path tree = folder.resolve("tree");
        for (List<String> words : List.of(
                List.of("read-tree", commit), List.of("checkout-index", "-a", "-q", "--prefix=" + tree + "/"))) {
            Ended ended = git(index, words.toArray(String[]::new));
            if (ended.status() != 0) {
                throw new Refusal(Failure.failed(
                        "git",
                        "the files of commit " + commit + " can't be written to " + tree,
                        ended.error(),
                        "see that the disk has room"));
            }
        }
    }

    private record Ended(int status, ByteBuffer output, String error) {}

    private Ended git(Map<String, String> variables, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(variables);
        builder.environment().put("GIT_TERMINAL_PROMPT", "0");
        builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
        try {
            return ended(builder.start());
        } catch (IOException e) {
            throw new Refusal(Failure.failed(
                    "git",
                    "the program git can't be started",
                    "what was applied last is read from the history of this checkout",
                    "install git"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while git was reading", e);
        }
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        process.getOutputStream().close();
        CompletableFuture<String> error = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                error.complete(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip());
            } catch (IOException e) {
                error.complete("");
            }
        });
        byte[] output = process.getInputStream().readAllBytes();
        return new Ended(process.waitFor(), ByteBuffer.wrap(output), error.join());
    }
}
