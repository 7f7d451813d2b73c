package dev.nanokit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.server.Triggers;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.NotStartedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JournalTest {
    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Table table;
    private Journal journal;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), () -> now);
        journal = new Journal(table, () -> now);
    }

    @AfterEach
    void close() {
        journal.close();
        table.close();
    }

    @Test
    void nextProcessFindsWhatIsNotDoneInTheOrderOfArrival() {
        Entry first = journal.append("b", Triggers.push("main")).orElseThrow();
        Entry second = journal.append("a", Triggers.comment(1, 2)).orElseThrow();
        close();
        open();
        Entry third = journal.append("0", Triggers.push("dev")).orElseThrow();

        assertThat(unfinished()).containsExactly(first, second, third);
    }

    @Test
    void orderHoldsWhenTheClockIsSetBack() {
        Entry first = journal.append("a", Triggers.push("main")).orElseThrow();
        now = now.minus(Duration.ofHours(1));
        Entry second = journal.append("b", Triggers.push("main")).orElseThrow();

        assertThat(unfinished()).containsExactly(first, second);
    }

    @Test
    void workIsTakenOnce() {
        journal.append("a", Triggers.push("main"));

        assertThat(journal.append("a", Triggers.push("main"))).isEmpty();
        assertThat(unfinished()).hasSize(1);
    }

    @Test
    void doneWorkIsNotTakenAgainForAWeek() {
        Entry entry = journal.append("a", Triggers.push("main")).orElseThrow();
        journal.finished(entry).join();

        assertThat(unfinished()).isEmpty();
        assertThat(journal.append("a", Triggers.push("main"))).isEmpty();
        now = now.plus(Duration.ofDays(7));
        assertThat(journal.append("a", Triggers.push("main"))).isPresent();
    }

    @Test
    void attemptsAreCountedAcrossProcesses() {
        Entry entry = journal.append("a", Triggers.push("main")).orElseThrow();
        journal.begun(entry.begun()).join();
        journal.begun(entry.begun().begun()).join();
        close();
        open();

        assertThat(unfinished()).singleElement().returns(2, Entry::attempts);
    }

    @Test
    void workThatWasSetAsideIsSeenAndTakenWhenItIsDeliveredAgain() {
        Entry entry = journal.append("a", Triggers.push("main")).orElseThrow();
        journal.parked(entry).join();

        assertThat(unfinished()).isEmpty();
        assertThat(parked()).containsExactly(entry);
        assertThat(journal.append("a", Triggers.push("main"))).isPresent();
        assertThat(parked()).isEmpty();
    }

    @Test
    void whatAnEarlierProcessSetAsideIsTakenOffOnceItIsDeliveredAgain() {
        journal.parked(journal.append("a", Triggers.push("main")).orElseThrow()).join();
        journal.parked(journal.append("b", Triggers.push("main")).orElseThrow()).join();
        close();
        open();
        journal.append("a", Triggers.push("main"));

        assertThat(parked()).extracting(Entry::name).containsExactly("b");
    }

    @Test
    void closedJournalRefuses() {
        journal.close();

        assertThatThrownBy(() -> journal.append("a", Triggers.push("main"))).isInstanceOf(NotStartedException.class);
    }

    @Test
    void failureOfTheStoreIsTold() {
        table.close();

        assertThatThrownBy(() -> journal.append("a", Triggers.push("main"))).isInstanceOf(TableException.class);
    }

    private List<Entry> unfinished() {
        List<Entry> entries = new ArrayList<>();
        journal.unfinished(entries::add);
        return entries;
    }

    private List<Entry> parked() {
        List<Entry> entries = new ArrayList<>();
        journal.parked(entries::add);
        return entries;
    }
}
