package dev.nanokit.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LanesTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void tasksOfOneLaneRunInOrder() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(8));
        List<Integer> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch done = new CountDownLatch(1000);
        for (int i = 0; i < 1000; i++) {
            int number = i;
            lanes.add("a", () -> {
                order.add(number);
                done.countDown();
            });
        }
        done.await();

        assertThat(order)
                .containsExactlyElementsOf(IntStream.range(0, 1000).boxed().toList());
        lanes.stop(LONG);
    }

    @Test
    void tasksOfDifferentLanesRunAtTheSameTime() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(2));
        CyclicBarrier both = new CyclicBarrier(3);
        lanes.add("a", () -> meet(both));
        lanes.add("b", () -> meet(both));

        both.await(30, TimeUnit.SECONDS);
        lanes.stop(LONG);
    }

    @Test
    void onlySoManyRunAtOnce() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(3));
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier three = new CyclicBarrier(3);
        CountDownLatch done = new CountDownLatch(99);
        for (int i = 0; i < 99; i++) {
            lanes.add("lane" + i, () -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                meet(three);
                running.decrementAndGet();
                done.countDown();
            });
        }
        done.await();

        assertThat(most.get()).isEqualTo(3);
        lanes.stop(LONG);
    }

    @Test
    void whatWaitsGivesItsSlotToOthers() throws Exception {
        WorkSlots slots = new WorkSlots(2);
        Lanes lanes = new Lanes(slots);
        CountDownLatch free = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(20);
        for (int i = 0; i < 20; i++) {
            lanes.add("waits" + i, () -> {
                slots.leave();
                await(free);
                slots.comeBack();
                ended.countDown();
            });
        }
        lanes.add("frees", free::countDown);

        ended.await();
        lanes.stop(LONG);
    }

    @Test
    void nothingNewIsBegunWhileMoreThanUsualHaveComeBack() throws Exception {
        WorkSlots slots = new WorkSlots(1);
        Lanes lanes = new Lanes(slots);
        CountDownLatch bothCameBack = new CountDownLatch(2);
        CountDownLatch bothLeft = new CountDownLatch(2);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        for (String lane : List.of("a", "b")) {
            lanes.add(lane, () -> {
                slots.leave();
                bothLeft.countDown();
                await(bothLeft);
                slots.comeBack();
                bothCameBack.countDown();
                await(mayEnd);
                order.add(lane);
            });
        }
        bothCameBack.await();
        CountDownLatch last = new CountDownLatch(1);
        lanes.add("c", () -> {
            order.add("c");
            last.countDown();
        });
        mayEnd.countDown();
        last.await();

        assertThat(order).hasSize(3).endsWith("c");
        lanes.stop(LONG);
    }

    @Test
    void whatGoesBesideNeedsNoSlotOfTheOthers() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(1));
        CountDownLatch freed = new CountDownLatch(1);
        lanes.add("a", () -> await(freed));
        lanes.addBeside("unlock", freed::countDown);

        freed.await();
        lanes.stop(LONG);
    }

    @Test
    void laneThatWasIdleRunsAgain() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(1));
        Semaphore ran = new Semaphore(0);
        for (int i = 0; i < 100; i++) {
            lanes.add("a", ran::release);
            ran.acquire();
        }
        lanes.stop(LONG);
    }

    @Test
    void stoppingLetsWhatRunsEndAndStartsNothingMore() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        List<String> ended = Collections.synchronizedList(new ArrayList<>());
        lanes.add("a", () -> {
            begun.countDown();
            await(mayEnd);
            ended.add("first");
        });
        lanes.add("a", () -> ended.add("second"));
        lanes.add("b", () -> ended.add("third"));
        begun.await();
        Thread stopper = Thread.ofVirtual().start(() -> stop(lanes, LONG));
        mayEnd.countDown();
        stopper.join();
        lanes.add("c", () -> ended.add("fourth"));

        assertThat(ended).contains("first").doesNotContain("fourth");
    }

    @Test
    void whatDoesNotEndInTimeIsInterrupted() throws Exception {
        Lanes lanes = new Lanes(new WorkSlots(1));
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        lanes.add("a", () -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });
        begun.await();
        lanes.stop(Duration.ofMillis(1));

        interrupted.await();
    }

    private static void stop(Lanes lanes, Duration grace) {
        try {
            lanes.stop(grace);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
