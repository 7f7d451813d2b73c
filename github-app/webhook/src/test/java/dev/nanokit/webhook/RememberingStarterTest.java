package dev.nanokit.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.trigger.Examples;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberingStarterTest {
    private static final Trigger TRIGGER =
            TriggerParser.parse("pull_request", Examples.of("pull_request", 22).body());

    @TempDir
    Path folder;

    private final Recorder recorder = new Recorder();
    private Instant now = Instant.parse("2026-11-24T12:00:00Z");
    private Table table;
    private RememberingStarter starter;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("state.db"), () -> now);
        starter = new RememberingStarter(table, recorder, () -> now);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void secondDeliveryOfTheSameNameStartsNothing() {
        starter.start("delivery-1", TRIGGER);
        starter.start("delivery-1", TRIGGER);
        starter.start("delivery-2", TRIGGER);

        assertThat(recorder.names).containsExactly("delivery-1", "delivery-2");
    }

    @Test
    void workThatDidNotStartIsStartedByTheNextDelivery() {
        recorder.failure = Optional.of(new NotStartedException("throttled", null));
        assertThatThrownBy(() -> starter.start("delivery-1", TRIGGER)).isInstanceOf(NotStartedException.class);

        recorder.failure = Optional.empty();
        starter.start("delivery-1", TRIGGER);

        assertThat(recorder.names).containsExactly("delivery-1");
    }

    @Test
    void crashBeforeItIsRememberedStartsItAgainUnderTheSameName() {
        WorkflowStarter dies = (name, trigger) -> {
            recorder.start(name, trigger);
            throw new IllegalStateException("killed");
        };
        RememberingStarter first = new RememberingStarter(table, dies, () -> now);
        assertThatThrownBy(() -> first.start("delivery-1", TRIGGER)).isInstanceOf(IllegalStateException.class);

        starter.start("delivery-1", TRIGGER);

        assertThat(recorder.names).containsExactly("delivery-1", "delivery-1");
    }

    @Test
    void whatIsRememberedGoesAfterAWeek() {
        starter.start("delivery-1", TRIGGER);
        now = now.plus(Duration.ofDays(7));
        starter.start("delivery-1", TRIGGER);

        assertThat(recorder.names).hasSize(2);
    }

    @Test
    void startedWorkIsNotSentAgainSinceItCouldNotBeRemembered() {
        WorkflowStarter breaksTheTable = (name, trigger) -> {
            recorder.start(name, trigger);
            table.close();
        };

        new RememberingStarter(table, breaksTheTable, () -> now).start("delivery-1", TRIGGER);

        assertThat(recorder.names).containsExactly("delivery-1");
    }

    @Test
    void storeThatFailsStartsNothing() {
        table.close();

        assertThatThrownBy(() -> starter.start("delivery-1", TRIGGER)).isInstanceOf(TableException.class);
        assertThat(recorder.names).isEmpty();
    }
}
