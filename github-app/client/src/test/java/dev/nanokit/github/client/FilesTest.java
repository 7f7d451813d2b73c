package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Reading the nanokit.yml files of a commit. */
class FilesTest extends AtGitHub {
    private static final String NAME = "nanokit.yml";

    private Map<String, String> read(String commit) {
        Map<String, String> texts = new TreeMap<>();
        repository
                .files(commit, NAME)
                .forEach((path, bytes) -> texts.put(path, new String(bytes, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void everyFileOfTheNameIsFoundWhereverItLies() {
        String commit = shop.commit(
                "main",
                Map.of("api/nanokit.yml", "name: shop # ü\n", "api/my-nanokit.yml", "no", "docs/nanokit.yml.md", "no"));

        assertThat(read(commit))
                .containsExactly(
                        Map.entry("api/nanokit.yml", "name: shop # ü\n"), Map.entry("nanokit.yml", "name: shop\n"));
    }

    @Test
    void aBranchIsAsGoodAsACommitEvenWithASlashInItsName() {
        shop.commit("feature/new shop", Map.of("nanokit.yml", "name: new\n"));

        assertThat(read("main")).containsEntry(NAME, "name: shop\n");
        assertThat(read("feature/new shop")).containsEntry(NAME, "name: new\n");
    }

    @Test
    void whatWasReadOnceIsNotAskedForAgain() {
        read(head);
        github.traffic().forget();

        assertThat(read(head)).hasSize(1);
        assertThat(asked()).isEmpty();
    }

    @Test
    void aCommitThatLeavesTheFileAsItIsCostsOneCall() {
        read(head);
        String next = shop.commit("main", Map.of("README.md", "hello"));
        github.traffic().forget();

        assertThat(read(next)).hasSize(1);
        assertThat(asked()).containsExactly("git/get-tree");
    }

    @Test
    void aBranchThatStandsStillCostsGitHubNothing() {
        read("main");
        calls.clear();

        read("main");

        assertThat(calls)
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isEqualTo(304));
    }

    @Test
    void aBranchThatMovedIsReadAnew() {
        read("main");
        shop.commit("main", Map.of(NAME, "name: moved\n"));

        assertThat(read("main")).containsEntry(NAME, "name: moved\n");
    }

    @Test
    void threeHundredFilesAreRead() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < 300; i++) {
            many.put("services/s" + i + "/" + NAME, "name: shop\ncomponent: s" + i + "\n");
        }
        String commit = shop.commit("main", many);

        assertThat(read(commit))
                .hasSize(301)
                .containsEntry("services/s299/nanokit.yml", "name: shop\ncomponent: s299\n");
    }

    @Test
    void aTreeTooLargeForOneAnswerIsReadFolderByFolder() {
        github.gate().truncateTreesAbove(4);
        String commit = shop.commit(
                "main",
                Map.of("a/b/nanokit.yml", "1", "a/b/c/nanokit.yml", "2", "a/x", "", "a/y", "", "z/nanokit.yml", "3"));

        assertThat(read(commit).keySet())
                .containsExactly("a/b/c/nanokit.yml", "a/b/nanokit.yml", "nanokit.yml", "z/nanokit.yml");
    }

    @Test
    void linksAndSubmodulesAreNoFiles() {
        String commit = shop.commit("main", files -> {
            files.put("link/nanokit.yml", shop.objects().link("/etc/passwd"));
            files.put("sub/nanokit.yml", shop.objects().submodule());
            files.put("program/nanokit.yml", shop.objects().program(new byte[] {'a'}));
        });

        assertThat(read(commit).keySet()).containsExactly("nanokit.yml", "program/nanokit.yml");
    }

    @Test
    void aFileTooLargeToBeOneIsNotFetched() {
        String commit = shop.commit("main", Map.of("big/nanokit.yml", "x".repeat((4 << 20) + 1)));
        github.traffic().forget();

        assertThatThrownBy(() -> read(commit))
                .isInstanceOfSatisfying(GitHubException.class, e -> {
                    assertThat(e.status()).isEqualTo(413);
                    assertThat(e.retryable()).isFalse();
                })
                .hasMessage("big/nanokit.yml has 4194305 bytes; at most 4194304 are read");
        assertThat(asked()).containsExactly("git/get-tree");
    }

    @Test
    void aCommitThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> read("f".repeat(40)))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404))
                .hasMessage(
                        "GitHub answered GET /repos/acme/shop/git/trees/ffffffffffffffffffffffffffffffffffffffff with"
                                + " 404: Not Found");
    }

    @Test
    void aBranchesHeadIsItsCommit() {
        assertThat(repository.branchHead("main")).isEqualTo(head);
    }
}
