package dev.nanokit.state.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many threads, each like a process of its own, that want the locks at the same time. */
abstract class LockContentionContract {
    private static final int THREADS = 8;
    private static final List<String> COMPONENTS = List.of("base", "api", "web", "jobs");

    private final EnvironmentId environment =
            new EnvironmentId("local", "shop", UUID.randomUUID().toString());
    private final Occupancy occupancy = new Occupancy();

    abstract Table table();

    abstract int acquisitionsOfEach();

    @Test
    void noTwoAreInWhoExcludeEachOther() throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService executor = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                threads.add(executor.submit(() -> {
                    start.await();
                    contend(number);
                    return null;
                }));
            }
            for (Future<?> thread : threads) {
                thread.get();
            }
        }

        assertThat(occupancy.violations()).isEmpty();
        assertThat(occupancy.entered()).isEqualTo(THREADS * acquisitionsOfEach());
        assertThat(new TableLocks(table()).list(environment)).isEmpty();
    }

    private void contend(int number) {
        Contender contender = new Contender(new TableLocks(table()), environment, "thread " + number);
        Random random = new Random(number);
        for (int i = 0; i < acquisitionsOfEach(); i++) {
            String component = COMPONENTS.get(random.nextInt(COMPONENTS.size()));
            LockGrant grant =
                    contender.acquire(component, random.nextInt(3) == 0 ? InfraAccess.WRITE : InfraAccess.READ);
            occupancy.enter(grant);
            table().transact(Fence.checks(grant));
            occupancy.leave(grant);
            contender.release(grant);
        }
    }
}
