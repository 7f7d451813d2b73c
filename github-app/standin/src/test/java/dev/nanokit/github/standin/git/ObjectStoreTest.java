package dev.nanokit.github.standin.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Ids are those that git gives. */
class ObjectStoreTest {
    private final ObjectStore store = new ObjectStore();

    @Test
    void aContentHasTheIdThatGitHashObjectSays() {
        assertThat(store.file("hello\n".getBytes(StandardCharsets.UTF_8)).id())
                .isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
    }

    @Test
    void anEmptyTreeHasTheIdThatEveryGitKnows() {
        assertThat(store.commit(new TreeMap<>(), List.of(), "").tree())
                .isEqualTo("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
    }

    @Test
    void aTreeIsSortedAsGitSortsIt() {
        TreeMap<String, Content> files = new TreeMap<>();
        Content hello = store.file("hello\n".getBytes(StandardCharsets.UTF_8));
        files.put("a/x", hello);
        files.put("a.txt", hello);
        files.put("a0", store.program("hello\n".getBytes(StandardCharsets.UTF_8)));

        Commit commit = store.commit(files, List.of(), "");

        assertThat(store.tree(commit.tree()).orElseThrow())
                .extracting(TreeEntry::path)
                .containsExactly("a.txt", "a", "a0");
        assertThat(commit.tree()).isEqualTo("689b8fa7d801a30d6ac1482899e29c7cdb458c02");
    }

    @Test
    void historyIsEverythingBefore() {
        Commit one = store.commit(new TreeMap<>(), List.of(), "1");
        Commit two = store.commit(new TreeMap<>(), List.of(one.id()), "2");
        Commit side = store.commit(new TreeMap<>(), List.of(one.id()), "side");
        Commit merge = store.commit(new TreeMap<>(), List.of(two.id(), side.id()), "merge");

        assertThat(store.history(merge.id())).containsExactlyInAnyOrder(one.id(), two.id(), side.id(), merge.id());
        assertThat(store.history(two.id())).containsExactlyInAnyOrder(one.id(), two.id());
    }
}
