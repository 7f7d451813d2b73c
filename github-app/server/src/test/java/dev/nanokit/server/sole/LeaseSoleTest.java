package dev.nanokit.server.sole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.server.HookedTable;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeaseSoleTest {
    private final Time time = new Time();
    private final AtomicInteger lost = new AtomicInteger();

    @TempDir
    private Path folder;

    private HookedTable table;

    @BeforeEach
    void open() {
        table = new HookedTable(SqliteTable.open(folder.resolve("state.db"), InstantSource.system()));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void theFirstNeedNotWait() throws InterruptedException {
        take("ada").close();

        assertThat(time.passed).isZero();
    }

    @Test
    void theSecondIsRefusedAsSoonAsTheFirstGivesASignOfLife() throws InterruptedException {
        LeaseSole first = take("ada");
        time.onPause = () -> {
            if (time.passed.equals(LeaseSole.HEARTBEAT)) {
                first.beat();
            }
        };

        assertThatThrownBy(() -> take("bob"))
                .isInstanceOf(AnotherServerException.class)
                .hasMessageContaining("ada");
        assertThat(time.passed).isEqualTo(LeaseSole.HEARTBEAT);
        first.close();
    }

    @Test
    void aDeadOneIsSucceededAfterItsLeaseAndNotBefore() throws InterruptedException {
        LeaseSole dead = take("ada");
        LeaseSole successor = take("bob");

        assertThat(time.passed).isEqualTo(LeaseSole.LEASE);
        dead.beat();
        assertThat(lost).hasValue(1);
        successor.beat();
        assertThat(lost).hasValue(1);
        dead.close();
        assertThat(table.get(LeaseSole.KEY)).isPresent();
        successor.close();
        assertThat(table.get(LeaseSole.KEY)).isEmpty();
    }

    @Test
    void whoComesAfterOneThatGaveItBackNeedNotWait() throws InterruptedException {
        take("ada").close();
        take("bob").close();

        assertThat(time.passed).isZero();
    }

    @Test
    void oneThatWaitsGoesOnAsSoonAsItIsGivenBack() throws InterruptedException {
        LeaseSole first = take("ada");
        time.onPause = first::close;
        take("bob").close();

        assertThat(time.passed).isLessThan(LeaseSole.HEARTBEAT);
    }

    @Test
    void ofTwoThatWaitForTheSameOnlyOneGetsIt() throws InterruptedException {
        LeaseSole dead = take("ada");
        table.before = writes -> {
            table.before = again -> {};
            try {
                take("carol");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };

        assertThatThrownBy(() -> take("bob"))
                .isInstanceOf(AnotherServerException.class)
                .hasMessageContaining("carol");
        dead.close();
    }

    @Test
    void aTableThatFailsForAMomentIsBorneAndOneThatFailsForLongIsNot() throws InterruptedException {
        LeaseSole sole = take("ada");
        table.before = writes -> {
            throw new TableException("throttled", true, "", null);
        };
        sole.beat();
        assertThat(lost).hasValue(0);

        time.passed = time.passed.plus(LeaseSole.LEASE);
        sole.beat();
        assertThat(lost).hasValue(1);
    }

    @Test
    void aHeartbeatThatWasWrittenThoughItsAnswerWasLostIsItsOwn() throws InterruptedException {
        LeaseSole sole = take("ada");
        table.before = writes -> {
            table.before = again -> {};
            table.transact(writes);
            throw new TableException("no answer", true, "", null);
        };
        sole.beat();
        sole.beat();
        sole.beat();

        assertThat(lost).hasValue(0);
        sole.close();
        assertThat(table.get(LeaseSole.KEY)).isEmpty();
    }

    private LeaseSole take(String who) throws InterruptedException {
        return LeaseSole.take(table, who, time, lost::incrementAndGet);
    }

    /** Goes on only while somebody waits. */
    private static final class Time implements LeaseSole.Ticks {
        private Duration passed = Duration.ZERO;
        private Runnable onPause = () -> {};

        @Override
        public long nanos() {
            return passed.toNanos();
        }

        @Override
        public void pause(Duration duration) {
            passed = passed.plus(duration);
            onPause.run();
        }
    }
}
