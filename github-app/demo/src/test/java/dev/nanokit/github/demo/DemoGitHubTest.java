package dev.nanokit.github.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.standin.StandIn;
import dev.nanokit.github.standin.world.Repo;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoGitHubTest {
    @TempDir
    private Path folder;

    @Test
    void aFolderBecomesAPullRequestAndItsChecksAreShown() throws Exception {
        Files.createDirectories(folder.resolve("shop/web"));
        Files.writeString(folder.resolve("shop/nanokit.yml"), "name: shop\n");
        Files.writeString(folder.resolve("shop/web/index.html"), "hello");
        try (StandIn github = StandIn.start()) {
            Repo repository = github.repository("acme/shop");
            repository.commit("main", Map.of("README.md", "shop"));

            assertThat(told(github, repository, "open more " + folder.resolve("shop")))
                    .isEqualTo("opened acme/shop#1\n");

            String head = repository.pulls().getFirst().headSha();
            assertThat(repository.objects().commit(head).orElseThrow().files())
                    .containsOnlyKeys("nanokit.yml", "web/index.html");
            repository.checks().create(head, check());
            assertThat(told(github, repository, "show " + folder.resolve("page.html")))
                    .contains("nanokit / production", "+1 · production", "nanokit.yml:1", "[ Apply ]")
                    .endsWith("shown\n");
            assertThat(folder.resolve("page.html"))
                    .content()
                    .contains("acme/shop · pull request #1", "+1 · production");
        }
    }

    private static String told(StandIn github, Repo repository, String line) throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DemoGitHub(github, repository, new PrintStream(out, true, StandardCharsets.UTF_8))
                .follow(new BufferedReader(new StringReader(line)));
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, ?> check() {
        return Map.of(
                "name", "nanokit / production",
                "status", "completed",
                "conclusion", "neutral",
                "output",
                        Map.of(
                                "title", "+1 · production",
                                "summary", "One to create.",
                                "annotations",
                                        List.of(Map.of(
                                                "path", "nanokit.yml",
                                                "start_line", 1,
                                                "end_line", 1,
                                                "annotation_level", "warning",
                                                "title", "note",
                                                "message", "see"))),
                "actions", List.of(Map.of("label", "Apply", "description", "do it", "identifier", "apply")));
    }
}
