package dev.nanokit.cli.github.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTreeTest {
    @TempDir
    private Path folder;

    @Test
    void filesOfANameAreFoundInAllFoldersOfTheRepository() throws IOException {
        write("repo/nanokit.yml", "a");
        write("repo/services/api/nanokit.yml", "b");
        write("repo/.git/nanokit.yml", "not of the repository");
        write("repo/node_modules/x/nanokit.yml", "not of the repository");
        write("repo/other.yml", "c");

        assertThat(tree().named("nanokit.yml")).containsOnlyKeys("nanokit.yml", "services/api/nanokit.yml");
        assertThat(tree().named("nanokit.yml").get("services/api/nanokit.yml"))
                .asString()
                .isEqualTo("b");
    }

    @Test
    void nothingOutsideIsReadThroughALink() throws IOException {
        write("secret/nanokit.yml", "secret");
        write("repo/a.txt", "a");
        Files.createSymbolicLink(folder.resolve("repo/nanokit.yml"), folder.resolve("secret/nanokit.yml"));
        Files.createSymbolicLink(folder.resolve("repo/all"), folder.resolve("secret"));

        assertThat(tree().named("nanokit.yml")).isEmpty();
    }

    @Test
    void aCopyHasTheFilesAndTheLinksThatStayInside() throws IOException {
        write("secret.txt", "secret");
        write("repo/src/main.js", "code");
        write("repo/.git/config", "not of the repository");
        Files.createSymbolicLink(folder.resolve("repo/src/same.js"), Path.of("main.js"));
        Files.createSymbolicLink(folder.resolve("repo/src/up"), Path.of("../../secret.txt"));
        Files.createSymbolicLink(folder.resolve("repo/absolute"), folder.resolve("secret.txt"));
        Files.createSymbolicLink(folder.resolve("repo/hidden"), Path.of(".git/config"));
        Path copy = Files.createDirectory(folder.resolve("copy"));

        tree().copyTo(copy);

        assertThat(copy.resolve("src/main.js")).hasContent("code");
        assertThat(copy.resolve("src/same.js")).isSymbolicLink().hasContent("code");
        for (String left : new String[] {"src/up", "absolute", "hidden", ".git"}) {
            assertThat(Files.exists(copy.resolve(left), LinkOption.NOFOLLOW_LINKS))
                    .as(left)
                    .isFalse();
        }
    }

    private FolderTree tree() {
        return new FolderTree(folder.resolve("repo"));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
