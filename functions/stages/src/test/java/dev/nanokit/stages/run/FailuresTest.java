package dev.nanokit.stages.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.state.lock.LockLostException;
import dev.nanokit.state.run.RunFailure.Kind;
import dev.nanokit.state.store.ForeignComponentException;
import dev.nanokit.state.store.StalePlanException;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.TableException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    static Stream<RuntimeException> exceptions() {
        return Stream.of(
                new InvalidConfigException(
                        List.of(Problem.error(new Place("nanokit.yml", 3, 5), "what", "why", "fix"))),
                new ForeignComponentException("belongs to acme/shop"),
                new StalePlanException("has changed"),
                new LockLostException("was cleared"),
                new RunFailedException("gone", "ask again"));
    }

    @ParameterizedTest
    @MethodSource("exceptions")
    void exceptionIsThrownAgainAsItWas(RuntimeException thrown) {
        RuntimeException again = Failures.exception(Failures.of(thrown));

        assertThat(again).hasSameClassAs(thrown).hasMessage(thrown.getMessage());
        assertThat(Failures.of(again)).isEqualTo(Failures.of(thrown));
    }

    @Test
    void providersCodeAndFixAndRequestAreKept() {
        ProviderException again = (ProviderException) Failures.exception(
                Failures.of(new ProviderException("slow down", true, "Throttled", "wait", "r-7", null)));

        assertThat(again).hasMessage("slow down");
        assertThat(again.retryable()).isTrue();
        assertThat(again.code()).isEqualTo("Throttled");
        assertThat(again.fix()).isEqualTo("wait");
        assertThat(again.requestId()).contains("r-7");
    }

    @Test
    void storesFixIsKept() {
        TableException again =
                (TableException) Failures.exception(Failures.of(new TableException("busy", true, "later", null)));

        assertThat(again.retryable()).isTrue();
        assertThat(again.fix()).isEqualTo("later");
    }

    @Test
    void damagedStateSaysWhichItem() {
        RuntimeException again =
                Failures.exception(Failures.of(new CorruptStateException(new ItemKey("E#1", "LOCK"), "no text", null)));

        assertThat(again).isInstanceOf(TableException.class).hasMessageContaining("E#1 LOCK");
    }

    @Test
    void defectIsCalledOne() {
        assertThat(Failures.of(new IllegalStateException("oops")).kind()).isEqualTo(Kind.UNEXPECTED);
        assertThat(Failures.exception(Failures.of(new IllegalStateException("oops"))))
                .isInstanceOf(RunFailedException.class)
                .hasMessageContaining("oops");
    }
}
