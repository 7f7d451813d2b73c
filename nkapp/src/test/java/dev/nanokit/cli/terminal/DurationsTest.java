package dev.nanokit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"30s, PT30S", "5m, PT5M", "1h, PT1H", "1h30m, PT1H30M", "1h 5s, PT1H5S", "90M, PT1H30M", "0, PT0S"})
    void peopleWriteSpansInUnits(String written, Duration span) {
        assertThat(Durations.parse(written)).contains(span);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "5", "m", "5 minutes", "-5m", "1.5h", "5m1h", "99999999s"})
    void anythingElseIsNoSpan(String written) {
        assertThat(Durations.parse(written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 0s", "PT59.9S, 59s", "PT1M, 1m", "PT2M5S, 2m 5s", "PT3H2M59S, 3h 2m", "PT99H, 4d 3h", "-PT5S, 0s"
    })
    void coarselyTheTwoLargestUnitsAreGiven(Duration span, String words) {
        assertThat(Durations.coarse(span)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"PT0.34S, 0.3s", "PT12S, 12.0s", "PT61.5S, 1m 1s"})
    void finelyTenthsAreGivenBelowAMinute(Duration span, String words) {
        assertThat(Durations.fine(span)).isEqualTo(words);
    }

    @Property
    void aSpanBelowAnHourIsReadAsItWasWritten(@ForAll @IntRange(max = 3599) int seconds) {
        Duration span = Duration.ofSeconds(seconds);
        assertThat(Durations.parse(Durations.coarse(span))).contains(span);
    }
}
