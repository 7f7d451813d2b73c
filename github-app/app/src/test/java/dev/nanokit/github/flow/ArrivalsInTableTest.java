package dev.nanokit.github.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.flow.memory.ArrivalNotes;
import dev.nanokit.github.flow.memory.Notes;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.trigger.Trigger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsInTableTest extends ArrivalsContract {
    @TempDir
    Path folder;

    private Table table;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), InstantSource.system());
    }

    @AfterEach
    void close() {
        table.close();
    }

    /** As another process has them each time. */
    @Override
    Arrivals arrivals() {
        return new ArrivalsInTable(new ArrivalNotes(new Notes(table, InstantSource.system())));
    }

    @Test
    void ofAThousandRepositoriesThatAreGivenOnlyThoseThatWereRemovedAreKeptOrWritten() {
        List<String> thousand =
                IntStream.range(0, 1000).mapToObj(i -> "acme/shop" + i).toList();
        arrivals().note(new Trigger.InstallationChanged(7, 42, "removed", List.of("acme/shop3")));

        arrivals().note(new Trigger.InstallationChanged(7, 42, "added", thousand));

        List<String> kept = new ArrayList<>();
        table.query("REMOVED#7", "", item -> kept.add(item.key().sort()));
        assertThat(kept).isEmpty();
    }
}
