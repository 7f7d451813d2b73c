package dev.nanokit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.stages.run.SourceStore;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.run.RunRequest;
import dev.nanokit.state.run.RunRequest.ConfigText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FetchedFoldersTest {
    private final List<String> fetched = new ArrayList<>();
    private final FetchedFolders folders = new FetchedFolders(new SourceStore() {
        @Override
        public Optional<String> keep(Path folder) {
            throw new AssertionError("nothing is kept here");
        }

        @Override
        public void fetch(String address, Path folder) {
            fetched.add(address);
            try {
                Files.writeString(folder.resolve("name"), address);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    });

    private static RunRequest built(Optional<String> sources) {
        return new RunRequest(
                "run",
                new EnvironmentId("42", "shop", "production"),
                new ConfigText("nanokit.yml", "name: shop", Map.of()),
                "main",
                "docker",
                false,
                "github.com/acme/shop",
                "c0ffee",
                Set.of(),
                false,
                sources,
                Optional.empty());
    }

    @Test
    void filesAreFetchedOnceForAllStepsOfARun() {
        Path folder = folders.of(built(Optional.of("a")));

        assertThat(folders.of(built(Optional.of("a")))).isEqualTo(folder);
        assertThat(folder.resolve("name")).hasContent("a");
        assertThat(fetched).containsExactly("a");
    }

    @Test
    void theEldestMakeRoom() {
        Path first = folders.of(built(Optional.of("0")));
        for (int i = 1; i < 6; i++) {
            folders.of(built(Optional.of(String.valueOf(i))));
        }

        assertThat(first).doesNotExist();
        assertThat(folders.of(built(Optional.of("5"))).resolve("name")).hasContent("5");
    }

    @Test
    void whereNothingIsBuiltTheFolderIsEmpty() {
        assertThat(folders.of(built(Optional.empty()))).isEmptyDirectory();
        assertThat(fetched).isEmpty();
    }
}
