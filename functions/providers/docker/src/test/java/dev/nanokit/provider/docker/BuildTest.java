package dev.nanokit.provider.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.provider.docker.lab.Lab;
import dev.nanokit.provider.docker.lab.Leftovers;
import dev.nanokit.provider.docker.lab.RequiresEngine;
import dev.nanokit.provider.docker.lab.TestImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresEngine
class BuildTest {
    private static final String FILE = "services: { web: { build: { context: ./web, args: { WORD: built } } } }\n";

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void writeSources() throws IOException {
        lab = new Lab().in(folder);
        write("web/Dockerfile", """
                FROM %s
                ARG WORD
                COPY . /www
                RUN echo $WORD > /word
                CMD ["serve", "8080"]
                """.formatted(TestImages.busybox()));
        write("web/index.html", "one");
        write("web/.dockerignore", "*.log\nnotes\n");
        write("web/notes/todo.txt", "not for the image");
    }

    @AfterEach
    void cleanUp() {
        lab.close();
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void aChangedFileIsBuiltAndRolledOutAndAnIgnoredOneIsNot() throws IOException {
        lab.up(FILE);
        assertThat(lab.run("web", List.of("cat", "/www/index.html", "/word"))).isEqualTo("onebuilt");
        assertThat(lab.run("web", List.of("ls", "/www"))).doesNotContain("notes");
        assertThat(lab.plan(FILE).isEmpty()).isTrue();

        write("web/access.log", "ignored");
        write("web/notes/todo.txt", "still ignored");
        assertThat(lab.plan(FILE).isEmpty()).isTrue();

        write("web/index.html", "two");
        Plan plan = lab.up(FILE);
        assertThat(plan.changes().map(change -> change.key().toString())).containsExactly("image/web", "container/web");
        assertThat(lab.run("web", List.of("cat", "/www/index.html"))).isEqualTo("two");

        lab.destroy();
        assertThat(Leftovers.of(lab.project())).isEmpty();
    }

    @Test
    void theStepsOfABuildAreTold() {
        lab.up(FILE);

        assertThat(lab.progress())
                .containsExactly(
                        "building web: FROM " + TestImages.busybox(),
                        "building web: ARG WORD",
                        "building web: COPY . /www",
                        "building web: RUN echo $WORD > /word",
                        "building web: CMD [\"serve\", \"8080\"]");
    }

    @Test
    void aFailingBuildShowsWhereAndChangesNothing() throws IOException {
        write("web/Dockerfile", "FROM " + TestImages.busybox() + "\nRUN echo about to fail; false\n");

        assertThatThrownBy(() -> lab.up(FILE))
                .hasMessageContaining("building image nk-" + lab.project())
                .hasMessageContaining("returned a non-zero code: 1")
                .hasMessageContaining("about to fail");
        assertThat(Leftovers.of(lab.project())).noneMatch(name -> name.startsWith("container"));
    }

    @Test
    void aFolderThatIsNotThereIsToldWithItsPlace() {
        assertThatThrownBy(() -> lab.plan("services: { web: { build: ./nowhere } }\n"))
                .isInstanceOfSatisfying(InvalidConfigException.class, e -> {
                    assertThat(e.problems().getFirst().what()).contains("there is no folder ./nowhere");
                    assertThat(e.problems().getFirst().place()).hasToString("nanokit.yml:3:20");
                });
    }

    @Test
    void aFolderOutsideTheRepositoryIsNotRead() {
        assertThatThrownBy(() -> lab.plan("services: { web: { build: ../.. } }\n"))
                .hasMessageContaining("lies outside the folder of nanokit.yml");
    }

    @Test
    void aRuntimeNeedsNoDockerfile() throws IOException {
        write("job/greeting", "good morning");
        String file = """
                services:
                  job: { runtime: shell, path: ./job }
                runtimes:
                  shell: { image: "%s", install: "cp greeting installed", start: "cat installed; serve 8080", env: { TONE: kind } }
                """.formatted(TestImages.alias("nanokit-test-runtime:" + lab.project()));
        try {
            lab.up(file.replace("cp greeting installed", "cat greeting > installed"));

            assertThat(lab.run("job", List.of("cat", "/app/installed"))).isEqualTo("good morning");
            assertThat(lab.run("job", List.of("env"))).contains("TONE=kind");
            assertThat(lab.plan(file.replace("cp greeting installed", "cat greeting > installed"))
                            .isEmpty())
                    .isTrue();
        } finally {
            lab.close();
            TestImages.remove("nanokit-test-runtime:" + lab.project());
        }
    }
}
