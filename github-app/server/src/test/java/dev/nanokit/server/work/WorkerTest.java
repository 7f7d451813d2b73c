package dev.nanokit.server.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.server.TriggerHandler;
import dev.nanokit.server.Triggers;
import dev.nanokit.server.TryLaterException;
import dev.nanokit.server.journal.Entry;
import dev.nanokit.server.journal.Journal;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.NotStartedException;
import dev.nanokit.webhook.trigger.Trigger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerTest {
    private static final WorkLimits LIMITS =
            new WorkLimits(new WorkSlots(4), 3, new RetrySchedule(List.of(Duration.ZERO, Duration.ofMillis(1))));

    @TempDir
    Path folder;

    private final Events events = new Events();
    private Table table;
    private Journal journal;
    private Worker worker;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), InstantSource.system());
        journal = new Journal(table, InstantSource.system());
    }

    @AfterEach
    void close() throws InterruptedException {
        if (worker != null) {
            worker.stop(Duration.ofSeconds(30));
        }
        journal.close();
        table.close();
    }

    @Test
    void doneWorkLeavesTheJournal() throws Exception {
        worker = worker(trigger -> {});
        worker.start("a", Triggers.push("main"));

        assertThat(events.next()).isEqualTo("finished a at attempt 1");
        assertNothingIsLeft();
    }

    @Test
    void workThatWasTakenBeforeIsNotBegun() throws Exception {
        worker = worker(trigger -> {});
        worker.start("a", Triggers.push("main"));
        assertThat(events.next()).startsWith("finished");
        worker.start("a", Triggers.push("main"));

        assertThat(events.next()).isEqualTo("duplicate a");
        assertThat(worker.backlog()).isZero();
    }

    @Test
    void workThatFailsIsBegunAgain() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        worker = worker(trigger -> {
            if (calls.incrementAndGet() < 3) {
                throw new IllegalStateException("call " + calls);
            }
        });
        worker.start("a", Triggers.push("main"));

        assertThat(events.next()).isEqualTo("failed a: call 1, again in PT0S");
        assertThat(events.next()).isEqualTo("failed a: call 2, again in PT0.001S");
        assertThat(events.next()).isEqualTo("finished a at attempt 3");
        assertNothingIsLeft();
    }

    @Test
    void workThatFailsEachTimeIsSetAside() throws Exception {
        worker = worker(trigger -> {
            throw new StackOverflowError("deep");
        });
        worker.start("a", Triggers.push("main"));
        events.next();
        events.next();

        assertThat(events.next()).isEqualTo("parked a after 3: deep");
        assertNothingIsLeft();
        List<Entry> parked = new ArrayList<>();
        journal.parked(parked::add);
        assertThat(parked).singleElement().returns("a", Entry::name);
    }

    @Test
    void pauseThatIsAskedForIsKept() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        worker = worker(trigger -> {
            if (calls.incrementAndGet() == 1) {
                throw new TryLaterException("rate limit", Duration.ofMillis(7), null);
            }
        });
        worker.start("a", Triggers.push("main"));

        assertThat(events.next()).isEqualTo("failed a: rate limit, again in PT0.007S");
        assertThat(events.next()).isEqualTo("finished a at attempt 2");
    }

    @Test
    void whatCameMeanwhileNeedNotWaitForWorkThatFails() throws Exception {
        CountDownLatch queued = new CountDownLatch(1);
        AtomicInteger calls = new AtomicInteger();
        worker = new Worker(
                trigger -> {
                    queued.await();
                    if (trigger.equals(Triggers.comment(1, 1)) && calls.incrementAndGet() == 1) {
                        throw new IllegalStateException("outage");
                    }
                },
                journal,
                new WorkLimits(new WorkSlots(4), 3, new RetrySchedule(List.of(Duration.ofMillis(50)))),
                events);
        worker.start("first", Triggers.comment(1, 1));
        worker.start("second", Triggers.comment(1, 2));
        queued.countDown();

        assertThat(events.next()).startsWith("failed first");
        assertThat(events.next()).isEqualTo("finished second at attempt 1");
        assertThat(events.next()).isEqualTo("finished first at attempt 2");
    }

    @Test
    void whatRunsHearsOfWhatHasArrivedForItsPullRequest() throws Exception {
        CountDownLatch newer = new CountDownLatch(1);
        worker = worker(new TriggerHandler() {
            @Override
            public void handle(Trigger trigger) throws InterruptedException {
                newer.await();
            }

            @Override
            public void arrived(Trigger trigger) {
                if (trigger.equals(Triggers.comment(1, 2))) {
                    newer.countDown();
                }
            }
        });
        worker.start("older", Triggers.comment(1, 1));
        worker.start("newer", Triggers.comment(1, 2));

        assertThat(events.next()).isEqualTo("finished older at attempt 1");
        assertThat(events.next()).isEqualTo("finished newer at attempt 1");
    }

    @Test
    void whatFreesAPullRequestFromWaitingDoesNotWaitForIt() throws Exception {
        CountDownLatch freed = new CountDownLatch(1);
        Trigger unlock = Triggers.comment(1, 2);
        worker = worker(new TriggerHandler() {
            @Override
            public void handle(Trigger trigger) throws InterruptedException {
                if (trigger.equals(unlock)) {
                    freed.countDown();
                }
                freed.await();
            }

            @Override
            public boolean beside(Trigger trigger) {
                return trigger.equals(unlock);
            }
        });
        worker.start("waits", Triggers.comment(1, 1));
        worker.start("unlock", unlock);

        assertThat(List.of(events.next(), events.next()))
                .containsExactlyInAnyOrder("finished waits at attempt 1", "finished unlock at attempt 1");
    }

    /** As many as there are slots, and one more: a plan and an unlock still get through. */
    @Test
    void applyThatOnlyWaitsHoldsNobodyUp() throws Exception {
        WorkSlots slots = new WorkSlots(4);
        CountDownLatch unlocked = new CountDownLatch(1);
        Trigger plan = Triggers.push("plan");
        Trigger unlock = Triggers.push("unlock");
        worker = new Worker(
                new TriggerHandler() {
                    @Override
                    public void handle(Trigger trigger) throws InterruptedException {
                        if (trigger.equals(unlock)) {
                            unlocked.countDown();
                        } else if (!trigger.equals(plan)) {
                            slots.leave();
                            unlocked.await();
                            slots.comeBack();
                        }
                    }

                    @Override
                    public String lane(Trigger trigger) {
                        return ((Trigger.BranchPushed) trigger).branch();
                    }

                    @Override
                    public boolean beside(Trigger trigger) {
                        return trigger.equals(unlock);
                    }
                },
                journal,
                new WorkLimits(slots, 20, RetrySchedule.PATIENT),
                events);
        for (int i = 0; i < 5; i++) {
            worker.start("apply" + i, Triggers.push("apply" + i));
        }
        worker.start("plan", plan);
        assertThat(events.next()).isEqualTo("finished plan at attempt 1");
        worker.start("unlock", unlock);

        List<String> heard = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            heard.add(events.next());
        }
        assertThat(heard).contains("finished unlock at attempt 1", "finished apply4 at attempt 1");
    }

    @Test
    void nextProcessDoesWhatTheOneBeforeItLeft() throws Exception {
        journal.append("a", Triggers.push("main"));
        journal.append("b", Triggers.push("main"));
        worker = worker(trigger -> {});
        worker.resume();

        List<String> heard = List.of(events.next(), events.next(), events.next(), events.next());
        assertThat(heard)
                .containsSubsequence("resumed a", "finished a at attempt 1", "finished b at attempt 1")
                .contains("resumed b");
        assertNothingIsLeft();
    }

    @Test
    void workOfWhichTheProcessDiedEachTimeIsSetAside() throws Exception {
        Entry entry = journal.append("a", Triggers.push("main")).orElseThrow();
        journal.begun(entry.begun().begun().begun()).join();
        worker = worker(trigger -> {
            throw new AssertionError("begun");
        });
        worker.resume();

        assertThat(events.next()).isEqualTo("resumed a");
        assertThat(events.next()).isEqualTo("parked a after 3 deaths");
    }

    @Test
    void moreThanTheLimitIsRefusedBeforeItIsWrittenDown() throws Exception {
        CountDownLatch mayEnd = new CountDownLatch(1);
        worker = worker(trigger -> mayEnd.await());
        for (int i = 0; i < LIMITS.backlog(); i++) {
            worker.start("work" + i, Triggers.push("main"));
        }

        assertThatThrownBy(() -> worker.start("one more", Triggers.push("main")))
                .isInstanceOf(NotStartedException.class)
                .hasMessage("3 deliveries wait to be worked off already");
        mayEnd.countDown();
        for (int i = 0; i < LIMITS.backlog(); i++) {
            events.next();
        }
        worker.start("one more", Triggers.push("main"));
        assertThat(events.next()).startsWith("finished one more");
    }

    @Test
    void interruptedWorkStaysInTheJournal() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        worker = worker(trigger -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        worker.start("a", Triggers.push("main"));
        worker.start("b", Triggers.push("main"));
        begun.await();
        worker.stop(Duration.ofMillis(1));

        assertThat(events.next()).isEqualTo("interrupted a");
        assertThat(events.isEmpty()).isTrue();
        assertThat(unfinished()).containsExactly("a", "b");
    }

    private Worker worker(TriggerHandler handler) {
        return new Worker(handler, journal, LIMITS, events);
    }

    private void assertNothingIsLeft() {
        journal.append("last", Triggers.push("main")); // what was queued before it is on the disk when it is
        assertThat(unfinished()).containsExactly("last");
        assertThat(worker.backlog()).isZero();
    }

    private List<String> unfinished() {
        List<String> names = new ArrayList<>();
        journal.unfinished(entry -> names.add(entry.name()));
        return names;
    }
}
