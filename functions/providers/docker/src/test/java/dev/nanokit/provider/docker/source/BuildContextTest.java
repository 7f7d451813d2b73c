package dev.nanokit.provider.docker.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Sources;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildContextTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeSources() throws IOException {
        write("Dockerfile", "FROM scratch");
        write("src/main.js", "hello");
        write("run.sh", "#!/bin/sh");
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private BuildContext context() throws IOException {
        return BuildContext.of(folder, folder.resolve("Dockerfile"));
    }

    @Test
    void theDigestDoesNotDependOnTimes() throws IOException {
        String before = context().digest();

        Files.setLastModifiedTime(folder.resolve("src/main.js"), FileTime.from(Instant.EPOCH));

        assertThat(context().digest()).isEqualTo(before);
    }

    @Test
    void theDigestDependsOnContentsNamesLinksAndTheRightToExecute() throws IOException {
        List<String> digests = new ArrayList<>();
        digests.add(context().digest());
        write("src/main.js", "hallo");
        digests.add(context().digest());
        Files.move(folder.resolve("src/main.js"), folder.resolve("src/index.js"));
        digests.add(context().digest());
        assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();
        digests.add(context().digest());
        Files.createSymbolicLink(folder.resolve("link"), Path.of("run.sh"));
        digests.add(context().digest());
        Files.delete(folder.resolve("link"));
        Files.createSymbolicLink(folder.resolve("link"), Path.of("src"));
        digests.add(context().digest());

        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void theArchiveHoldsWhatTheBuildSeesAndTheDockerfileEvenWhereItIsIgnored() throws IOException {
        write(".dockerignore", "Dockerfile\nsecrets\n");
        write("secrets/key", "private");
        Files.createSymbolicLink(folder.resolve("link"), Path.of("run.sh"));
        assertThat(folder.resolve("run.sh").toFile().setExecutable(true)).isTrue();

        List<TarArchiveEntry> entries = entries(context());

        assertThat(entries)
                .extracting(TarArchiveEntry::getName)
                .containsExactly(".dockerignore", "Dockerfile", "link", "run.sh", "src/main.js");
        assertThat(entries.get(2).getLinkName()).isEqualTo("run.sh");
        assertThat(entries.get(3).getMode() & 0111).isEqualTo(0111);
        assertThat(entries.get(4).getMode() & 0111).isZero();
    }

    @Test
    void aDockerfileOutsideTheContextGoesAlongAndCounts() throws IOException {
        Path context = folder.resolve("src");
        String before = BuildContext.of(context, folder.resolve("Dockerfile")).digest();
        write("Dockerfile", "FROM scratch\nCOPY . /app");

        BuildContext after = BuildContext.of(context, folder.resolve("Dockerfile"));

        assertThat(after.digest()).isNotEqualTo(before);
        assertThat(entries(after))
                .extracting(TarArchiveEntry::getName)
                .containsExactly("main.js", BuildContext.ADDED_DOCKERFILE);
    }

    @Test
    void theRepositorysOwnDataIsWarnedOfAndLeftOutForARuntime() throws IOException {
        write(".git/HEAD", "ref: refs/heads/main");
        Environment environment = NanokitConfig.parse("nanokit.yml", """
                name: shop
                services:
                  web: { build: . }
                  job: { runtime: node }
                runtimes: { node: { image: "node:22", start: node main.js } }
                """).environment("local", Variables.none());

        Sources sources = SourceReader.read(environment, folder);

        assertThat(sources.digests()).containsOnlyKeys("job", "web");
        assertThat(sources.problems())
                .extracting(Problem::what)
                .containsExactly("service 'web' is built anew with each commit: .git is part of its build context");
    }

    private static List<TarArchiveEntry> entries(BuildContext context) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        context.writeTo(bytes);
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream archive = new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
