package dev.nanokit.state.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every table must do. */
abstract class TableContract {
    private static final Condition ABSENT = new Condition.Absent();
    private static final Condition ALWAYS = new Condition.Always();

    final ManualClock clock = new ManualClock();
    private final String partition = "P#" + UUID.randomUUID();
    private Table table;

    abstract Table open();

    @BeforeEach
    void openTable() {
        table = open();
    }

    @AfterEach
    void closeTable() {
        table.close();
    }

    @Test
    void itemIsReadBackAsItWasWritten() {
        Item item = new Item(key("a"), 7, 9_007_199_254_740_993L, "{\"text\":\"Grüße, 世界 🚀\"}", OptionalLong.empty());

        table.transact(List.of(new Write.Put(item, ABSENT)));

        assertThat(table.get(key("a"))).contains(item);
    }

    @Test
    void missingItemIsEmpty() {
        assertThat(table.get(key("a"))).isEmpty();
    }

    @Test
    void putReplacesWhatWasThere() {
        put(item("a", 1, 1));
        put(new Item(key("a"), 2, 5, "{\"b\":2}", OptionalLong.empty()));

        assertThat(table.get(key("a"))).contains(new Item(key("a"), 2, 5, "{\"b\":2}", OptionalLong.empty()));
    }

    @Test
    void queryGivesTheItemsOfThePrefixInTheOrderOfTheirSortKeys() {
        for (String sort : List.of("R#b", "R#a", "R", "Q#z", "S#a", "R#ä", "R#a#1", "R#Z", "R$", "R#\uFFFD", "R#🚀")) {
            put(item(sort, 1, 0));
        }
        table.transact(List.of(new Write.Put(
                new Item(new ItemKey(partition + "2", "R#c"), 1, 0, "{}", OptionalLong.empty()), ABSENT)));

        assertThat(sorts("R#", Integer.MAX_VALUE))
                .containsExactly("R#Z", "R#a", "R#a#1", "R#b", "R#ä", "R#\uFFFD", "R#🚀");
    }

    @Test
    void queryOfTheEmptyPrefixGivesThePartition() {
        put(item("b", 1, 0));
        put(item("a", 1, 0));

        assertThat(sorts("", Integer.MAX_VALUE)).containsExactly("a", "b");
    }

    @Test
    void queryGoesOnOverManyPages() {
        List<String> sorts =
                IntStream.range(0, 510).mapToObj(i -> "R#%04d".formatted(i)).toList();
        String body = "\"" + "x".repeat(2_200) + "\"";
        List<Write> writes = new ArrayList<>();
        sorts.forEach(sort -> writes.add(new Write.Put(new Item(key(sort), 1, 0, body, OptionalLong.empty()), ABSENT)));
        for (int from = 0; from < writes.size(); from += Table.MAX_WRITES) {
            table.transact(writes.subList(from, Math.min(writes.size(), from + Table.MAX_WRITES)));
        }

        assertThat(sorts("R#", Integer.MAX_VALUE)).isEqualTo(sorts);
        assertThat(sorts("R#", 505)).isEqualTo(sorts.subList(0, 505));
    }

    @Test
    void queryGivesNoMoreThanItsLimitAndDoesNotCountWhatHasExpired() {
        for (int i = 0; i < 6; i++) {
            put(i < 2 ? expiring("R#" + i, 10) : item("R#" + i, 1, 0));
        }
        clock.advance(Duration.ofSeconds(10));

        assertThat(sorts("R#", 3)).containsExactly("R#2", "R#3", "R#4");
    }

    @Test
    void whoeverReadsMayWriteWhileReading() {
        put(item("R#1", 1, 0));

        table.query(partition, "R#", found -> put(item("S#1", 1, 0)));

        assertThat(table.get(key("S#1"))).isPresent();
    }

    @ParameterizedTest(name = "{0} of an item with version {1} and token {2}: {3}")
    @CsvSource({
        "absent,    -, -, holds",
        "absent,    1, 1, fails",
        "version 3, 3, 1, holds",
        "version 3, 4, 3, fails",
        "version 3, -, -, fails",
        "token 3,   1, 3, holds",
        "token 3,   3, 4, fails",
        "token 3,   -, -, fails",
        "always,    -, -, holds",
        "always,    1, 1, holds",
    })
    void conditionDecidesWhetherAnythingIsWritten(String condition, String version, String token, String expected) {
        Optional<Item> before = version.equals("-")
                ? Optional.empty()
                : Optional.of(item("a", Long.parseLong(version), Long.parseLong(token)));
        before.ifPresent(this::put);
        for (Write write : List.of(
                new Write.Put(item("a", 100, 100), condition(condition)),
                new Write.Delete(key("a"), condition(condition)),
                new Write.Check(key("a"), condition(condition)))) {
            Write other = new Write.Put(item("other", 1, 0), ALWAYS);
            if (expected.equals("holds")) {
                table.transact(List.of(other, write));
                assertThat(table.get(key("other"))).isPresent();
                assertThat(table.get(key("a"))).isEqualTo(after(write, before));
            } else {
                ConditionFailedException failure = catchThrowableOfType(
                        ConditionFailedException.class, () -> table.transact(List.of(other, write)));
                assertThat(failure.failures()).containsExactly(new ConditionFailedException.Failure(write, before));
                assertThat(table.get(key("other"))).isEmpty();
                assertThat(table.get(key("a"))).isEqualTo(before);
            }
            table.transact(List.of(new Write.Delete(key("other"), ALWAYS), new Write.Delete(key("a"), ALWAYS)));
            before.ifPresent(this::put);
        }
    }

    private static Optional<Item> after(Write write, Optional<Item> before) {
        return switch (write) {
            case Write.Put put -> Optional.of(put.item());
            case Write.Delete delete -> Optional.empty();
            case Write.Check check -> before;
        };
    }

    private static Condition condition(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "absent" -> ABSENT;
            case "version" -> new Condition.VersionIs(Long.parseLong(words[1]));
            case "token" -> new Condition.TokenIs(Long.parseLong(words[1]));
            default -> ALWAYS;
        };
    }

    @Test
    void failureSaysWhatIsThereInstead() {
        put(item("a", 3, 4));
        put(item("b", 1, 1));

        ConditionFailedException failure = catchThrowableOfType(
                ConditionFailedException.class,
                () -> table.transact(List.of(
                        new Write.Put(item("b", 2, 1), new Condition.VersionIs(1)),
                        new Write.Put(item("a", 4, 5), new Condition.VersionIs(2)))));

        assertThat(failure).hasMessageContaining("version=2").hasMessageContaining("version 3 and token 4");
        assertThat(failure.failures()).hasSize(1);
        assertThat(failure.failures().getFirst().current()).contains(item("a", 3, 4));
        assertThat(table.get(key("b"))).contains(item("b", 1, 1));
    }

    @Test
    void expiredItemIsGone() {
        put(expiring("a", 60));
        put(item("b", 1, 0));
        clock.advance(Duration.ofSeconds(59));
        assertThat(table.get(key("a"))).isPresent();

        clock.advance(Duration.ofSeconds(1));

        assertThat(table.get(key("a"))).isEmpty();
        assertThat(sorts("", Integer.MAX_VALUE)).containsExactly("b");
    }

    @Test
    void conditionsSeeAnExpiredItemAsAbsent() {
        put(expiring("a", 60));
        clock.advance(Duration.ofSeconds(60));

        for (Condition condition : List.of(new Condition.VersionIs(1), new Condition.TokenIs(0))) {
            ConditionFailedException failure = catchThrowableOfType(
                    ConditionFailedException.class,
                    () -> table.transact(List.of(new Write.Put(item("a", 2, 0), condition))));
            assertThat(failure.failures().getFirst().current()).isEmpty();
        }
        table.transact(List.of(new Write.Put(item("a", 5, 0), ABSENT)));
        assertThat(table.get(key("a"))).contains(item("a", 5, 0));
    }

    @Test
    void transactionOfTheMostWritesIsDoneWhole() {
        List<Write> writes = IntStream.range(0, Table.MAX_WRITES)
                .<Write>mapToObj(i -> new Write.Put(item("R#%03d".formatted(i), 1, 0), ABSENT))
                .toList();

        table.transact(writes);

        assertThat(sorts("R#", Integer.MAX_VALUE)).hasSize(Table.MAX_WRITES);
    }

    @Test
    void largestItemIsKept() {
        Item item = new Item(key("a"), 1, 0, "x".repeat(Table.MAX_BODY_BYTES), OptionalLong.empty());

        table.transact(List.of(new Write.Put(item, ABSENT)));

        assertThat(table.get(key("a"))).contains(item);
    }

    @Test
    void largerItemIsRefusedByName() {
        Item item = new Item(key("RESOURCE#api#container#web"), 1, 0, "ü".repeat(200_000), OptionalLong.empty());

        assertThatThrownBy(() -> table.transact(List.of(new Write.Put(item, ABSENT))))
                .isInstanceOfSatisfying(
                        TableException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining(
                        "RESOURCE#api#container#web is too large to be kept: 391 KB, and 390 KB is the most");
    }

    @Test
    void transactionsThatNoStoreCouldDoAreRefused() {
        Write write = new Write.Put(item("a", 1, 0), ALWAYS);
        assertThatThrownBy(() -> table.transact(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> table.transact(List.of(write, new Write.Check(key("a"), ALWAYS))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same item");
        List<Write> tooMany = IntStream.rangeClosed(0, Table.MAX_WRITES)
                .<Write>mapToObj(i -> new Write.Put(item("R#" + i, 1, 0), ALWAYS))
                .toList();
        assertThatThrownBy(() -> table.transact(tooMany)).isInstanceOf(IllegalArgumentException.class);
        assertThat(sorts("", Integer.MAX_VALUE)).isEmpty();
    }

    @Test
    void ofManyTransactionsOnTheSameVersionOneWins() throws Exception {
        put(item("a", 1, 0));

        List<Boolean> won = atOnce(8, i -> () -> {
            try {
                table.transact(List.of(
                        new Write.Put(item("a", 2, i), new Condition.VersionIs(1)),
                        new Write.Put(item("W#" + i, 1, 0), ABSENT)));
                return true;
            } catch (ConditionFailedException e) {
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
        assertThat(sorts("W#", Integer.MAX_VALUE)).hasSize(1);
    }

    @Test
    void noIncrementIsLostBetweenThreads() throws Exception {
        put(item("a", 1, 0));

        atOnce(8, i -> () -> {
            for (int done = 0; done < 25; ) {
                Item current = table.get(key("a")).orElseThrow();
                try {
                    table.transact(List.of(new Write.Put(
                            item("a", current.version() + 1, 0), new Condition.VersionIs(current.version()))));
                    done++;
                } catch (ConditionFailedException e) {
                    // Another thread was faster: read again.
                }
            }
            return null;
        });

        assertThat(table.get(key("a")).orElseThrow().version()).isEqualTo(1 + 8 * 25);
    }

    private interface Task<T> {
        Callable<T> of(int number);
    }

    private static <T> List<T> atOnce(int threads, Task<T> task) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> callable = task.of(i);
                futures.add(executor.submit(() -> {
                    start.await();
                    return callable.call();
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    private List<String> sorts(String prefix, int limit) {
        List<String> sorts = new ArrayList<>();
        table.query(partition, prefix, limit, found -> sorts.add(found.key().sort()));
        return sorts;
    }

    private void put(Item item) {
        table.transact(List.of(new Write.Put(item, ALWAYS)));
    }

    private ItemKey key(String sort) {
        return new ItemKey(partition, sort);
    }

    private Item item(String sort, long version, long token) {
        return new Item(key(sort), version, token, "{}", OptionalLong.empty());
    }

    private Item expiring(String sort, long seconds) {
        return new Item(key(sort), 1, 0, "{}", OptionalLong.of(clock.instant().getEpochSecond() + seconds));
    }
}
