package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a commit, on disk. */
class CheckoutTest extends AtGitHub {
    @TempDir
    Path folder;

    @Test
    void aCommitLiesThereAsItIs() throws IOException {
        String commit = shop.commit("main", files -> {
            files.put("bin/run", shop.objects().program("#!/bin/sh\n".getBytes(StandardCharsets.UTF_8)));
            files.put("docs/latest", shop.objects().link("../bin/run"));
            files.put("vendor/lib", shop.objects().submodule());
        });

        repository.checkout(commit, folder.resolve("at"));

        assertThat(folder.resolve("at/nanokit.yml")).hasContent("name: shop");
        assertThat(folder.resolve("at/bin/run")).isExecutable();
        assertThat(folder.resolve("at/nanokit.yml").toFile().canExecute()).isFalse();
        assertThat(Files.readSymbolicLink(folder.resolve("at/docs/latest"))).isEqualTo(Path.of("../bin/run"));
        assertThat(folder.resolve("at/vendor/lib")).doesNotExist();
    }

    @Test
    void aLinkThatLeadsOutIsRefused() {
        String commit =
                shop.commit("main", files -> files.put("evil", shop.objects().link("/etc/passwd")));

        assertThatThrownBy(() -> repository.checkout(commit, folder))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessage("the commit's archive is not unpacked: the link evil leads out of the folder");
        assertThat(folder.resolve("evil")).doesNotExist();
    }

    @Test
    void theHostOfTheArchivesGetsNoToken() {
        repository.checkout(head, folder);

        assertThat(github.gate().archiveAuthorizations()).containsExactly("");
    }

    @Test
    void aBrokenConnectionIsTriedAgain() {
        github.faults().dropped("repos/download-tarball-archive");

        repository.checkout(head, folder);

        assertThat(folder.resolve("nanokit.yml")).exists();
    }

    @Test
    void aCommitThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> repository.checkout("f".repeat(40), folder))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void nothingElseIsLeftOnDisk() throws IOException {
        repository.checkout(head, folder);

        try (var files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("nanokit.yml");
        }
    }
}
