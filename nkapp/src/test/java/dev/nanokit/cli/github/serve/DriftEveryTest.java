package dev.nanokit.cli.github.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.github.settings.Mistakes;
import dev.nanokit.cli.report.Refusal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DriftEveryTest {
    private static final Path HERE = Path.of("/work");

    @Test
    void itIsLookedForOnceADayUnlessSomebodySaysOtherwise() {
        assertThat(read(Optional.empty(), Map.of())).contains(Duration.ofHours(24));
        assertThat(read(Optional.of("30m"), Map.of())).contains(Duration.ofMinutes(30));
    }

    @Test
    void whatIsTypedWinsOverTheVariable() {
        Map<String, String> variables = Map.of("NANOKIT_GITHUB_DRIFT_EVERY", "6h");

        assertThat(read(Optional.empty(), variables)).contains(Duration.ofHours(6));
        assertThat(read(Optional.of("off"), variables)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "OFF", "0", "0s"})
    void itCanBeTurnedOff(String text) {
        assertThat(read(Optional.of(text), Map.of())).isEmpty();
    }

    @Test
    void whatIsNoSpanOfTimeIsAMistake() {
        Mistakes mistakes = new Mistakes();

        DriftEvery.read(Optional.of("daily"), surroundings(Map.of()), mistakes);

        assertThatThrownBy(mistakes::refuse).isInstanceOf(Refusal.class);
    }

    private static Optional<Duration> read(Optional<String> typed, Map<String, String> variables) {
        Mistakes mistakes = new Mistakes();
        Optional<Duration> every = DriftEvery.read(typed, surroundings(variables), mistakes);
        mistakes.refuse();
        return every;
    }

    private static Surroundings surroundings(Map<String, String> variables) {
        return new Surroundings(HERE, variables, HERE, "ada", "laptop", 1, InstantSource.fixed(Instant.EPOCH));
    }
}
