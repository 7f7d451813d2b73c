package dev.nanokit.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against repositories that git itself has made. */
class GitCheckoutTest {
    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = Files.createDirectory(folder.resolve("shop"));
        git(repository, "init", "--quiet", "--initial-branch=main");
    }

    @Test
    void theBranchAndTheHeadCommitAreRead() throws Exception {
        String commit = commit("first");

        GitCheckout checkout = around(repository);

        assertThat(checkout.branch()).contains("main");
        assertThat(checkout.commit()).contains(commit);
        assertThat(checkout.root()).isEqualTo(repository);
    }

    @Test
    void aBranchNameMayHaveSlashes() throws Exception {
        commit("first");
        git(repository, "switch", "--quiet", "--create", "feature/a/b");

        assertThat(around(repository).branch()).contains("feature/a/b");
    }

    @Test
    void aFolderDeepInsideBelongsToTheCheckout() throws Exception {
        commit("first");
        Path deep = Files.createDirectories(repository.resolve("a/b"));

        assertThat(around(deep).root()).isEqualTo(repository);
    }

    @Test
    void beforeTheFirstCommitThereIsABranchAndNoCommit() {
        assertThat(around(repository).branch()).contains("main");
        assertThat(around(repository).commit()).isEmpty();
    }

    @Test
    void aDetachedHeadHasACommitAndNoBranch() throws Exception {
        String commit = commit("first");
        commit("second");
        git(repository, "switch", "--quiet", "--detach", commit);

        assertThat(around(repository).branch()).isEmpty();
        assertThat(around(repository).commit()).contains(commit);
    }

    @Test
    void packedRefsAreRead() throws Exception {
        String commit = commit("first");
        git(repository, "pack-refs", "--all");

        assertThat(repository.resolve(".git/refs/heads/main")).doesNotExist();
        assertThat(around(repository).commit()).contains(commit);
    }

    @Test
    void aWorktreeHasItsOwnBranchAndTheSameRepository() throws Exception {
        String commit = commit("first");
        Path worktree = folder.resolve("elsewhere");
        git(repository, "worktree", "add", "--quiet", "-b", "stage", worktree.toString());

        GitCheckout checkout = around(worktree);

        assertThat(checkout.branch()).contains("stage");
        assertThat(checkout.commit()).contains(commit);
        assertThat(checkout.repository())
                .isEqualTo(around(repository).repository())
                .isEqualTo(repository.toString());
    }

    @Test
    void theOriginNamesTheRepositoryWithoutItsCredentials() throws Exception {
        git(repository, "remote", "add", "upstream", "https://code.example/other/shop");
        git(repository, "remote", "add", "origin", "https://ada:s3cret@code.example/acme/shop.git");

        assertThat(around(repository).repository()).isEqualTo("code.example/acme/shop");
    }

    @Test
    void anOriginOnDiskIsNamedByItsAbsolutePath() throws Exception {
        git(repository, "remote", "add", "origin", "../origin.git");

        assertThat(around(repository).repository())
                .isEqualTo(folder.resolve("origin.git").toString());
    }

    @Test
    void outsideACheckoutThereIsNone() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));

        assertThat(GitCheckout.around(outside)).isEmpty();
    }

    @Test
    void aDamagedRepositoryIsReadAsFarAsItGoes() throws Exception {
        commit("first");
        Files.writeString(repository.resolve(".git/refs/heads/main"), "garbage\n");

        assertThat(around(repository).branch()).contains("main");
        assertThat(around(repository).commit()).isEmpty();
    }

    private GitCheckout around(Path where) {
        return GitCheckout.around(where).orElseThrow();
    }

    private String commit(String message) throws Exception {
        git(repository, "commit", "--quiet", "--allow-empty", "--message", message);
        return git(repository, "rev-parse", "HEAD").strip();
    }

    private static String git(Path where, String... words) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@shop.example"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
        builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "GIT_CONFIG_NOSYSTEM", "1"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("git %s: %s", String.join(" ", words), output)
                .isZero();
        return output;
    }
}
