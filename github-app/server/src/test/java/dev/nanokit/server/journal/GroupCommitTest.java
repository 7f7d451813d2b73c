package dev.nanokit.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.server.HookedTable;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
    @TempDir
    Path folder;

    private HookedTable table;
    private GroupCommit commits;

    @BeforeEach
    void open() {
        table = new HookedTable(SqliteTable.open(folder.resolve("state.db"), InstantSource.system()));
        commits = new GroupCommit(table);
    }

    @AfterEach
    void close() {
        commits.close();
        table.close();
    }

    @Test
    void whatComesWhileTheDiskIsBusySharesTheNextTransaction() {
        Runnable release = keepTheDiskBusy();
        List<CompletableFuture<Void>> others = IntStream.range(0, Table.MAX_WRITES)
                .mapToObj(i -> commits.submit(put("other" + i)))
                .toList();
        assertThat(others).noneMatch(CompletableFuture::isDone);
        release.run();
        others.forEach(CompletableFuture::join);

        assertThat(table.transactions).extracting(List::size).containsExactly(1, Table.MAX_WRITES);
    }

    @Test
    void nothingIsAcknowledgedBeforeItsTransactionIsDone() {
        Runnable release = keepTheDiskBusy();
        CompletableFuture<Void> written = commits.submit(put("a"));

        assertThat(written).isNotDone();
        assertThat(table.get(key("a"))).isEmpty();
        release.run();
        written.join();
        assertThat(table.get(key("a"))).isPresent();
    }

    @Test
    void moreThanOneTransactionTakesGoesIntoTheNext() {
        Runnable release = keepTheDiskBusy();
        List<CompletableFuture<Void>> others = IntStream.range(0, Table.MAX_WRITES + 1)
                .mapToObj(i -> commits.submit(put("other" + i)))
                .toList();
        release.run();
        others.forEach(CompletableFuture::join);

        assertThat(table.transactions).extracting(List::size).containsExactly(1, Table.MAX_WRITES, 1);
    }

    @Test
    void conditionThatDoesNotHoldFailsItsOwnerAlone() {
        commits.submit(put("known")).join();
        Runnable release = keepTheDiskBusy();
        CompletableFuture<Void> good = commits.submit(put("good"));
        CompletableFuture<Void> duplicate = commits.submit(put("known"));
        CompletableFuture<Void> better = commits.submit(put("better"));
        release.run();

        good.join();
        better.join();
        assertThatThrownBy(duplicate::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ConditionFailedException.class);
        assertThat(table.get(key("good"))).isPresent();
        assertThat(table.get(key("better"))).isPresent();
    }

    @Test
    void twoAboutTheSameItemAreWrittenOneAfterTheOther() {
        Runnable release = keepTheDiskBusy();
        CompletableFuture<Void> one = commits.submit(put("same"));
        CompletableFuture<Void> two = commits.submit(put("same"));
        release.run();

        one.join();
        assertThatThrownBy(two::join).hasCauseInstanceOf(ConditionFailedException.class);
    }

    @Test
    void whatIsWrittenOverInTheSameTransactionIsNotWritten() {
        Runnable release = keepTheDiskBusy();
        Write begun = new Write.Put(new Item(key("work"), 2, 0, "{}", OptionalLong.empty()), new Condition.Always());
        Write done = new Write.Delete(key("work"), new Condition.Always());
        List<CompletableFuture<Void>> both =
                List.of(commits.submit(List.of(begun)), commits.submit(put("between")), commits.submit(List.of(done)));
        release.run();
        both.forEach(CompletableFuture::join);

        assertThat(table.transactions)
                .last()
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .containsExactly(done, put("between").getFirst());
    }

    @Test
    void storeThatFailsFailsThoseWhoWaitAndIsTriedAgainForTheNext() {
        table.before = writes -> {
            throw new TableException("the disk is full", true, "Make room.", null);
        };
        CompletableFuture<Void> lost = commits.submit(put("lost"));
        assertThatThrownBy(lost::join).hasCauseInstanceOf(TableException.class);

        table.before = writes -> {};
        commits.submit(put("kept")).join();
        assertThat(table.get(key("lost"))).isEmpty();
        assertThat(table.get(key("kept"))).isPresent();
    }

    @Test
    void closingWritesWhatIsQueuedAndRefusesTheRest() {
        Runnable release = keepTheDiskBusy();
        CompletableFuture<Void> queued = commits.submit(put("queued"));
        release.run();
        commits.close();

        assertThat(queued).isCompleted();
        assertThat(commits.submit(put("late"))).isCancelled();
    }

    /** Begins a transaction of one write, and gives what lets it come to its end. */
    private Runnable keepTheDiskBusy() {
        CountDownLatch mayEnd = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        table.before = writes -> {
            table.before = ignored -> {};
            begun.countDown();
            await(mayEnd);
        };
        CompletableFuture<Void> written = commits.submit(put("busy"));
        await(begun);
        return () -> {
            mayEnd.countDown();
            written.join();
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ItemKey key(String name) {
        return new ItemKey("TEST", name);
    }

    private static List<Write> put(String name) {
        return List.of(new Write.Put(new Item(key(name), 1, 0, "{}", OptionalLong.empty()), new Condition.Absent()));
    }
}
