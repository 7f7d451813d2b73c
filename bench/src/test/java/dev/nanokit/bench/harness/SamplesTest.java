package dev.nanokit.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void medianIsTheMiddleTurnOrHalfwayBetweenTwo() {
        assertThat(new Samples(List.of(9.0, 1.0, 4.0)).median()).isEqualTo(4.0);
        assertThat(new Samples(List.of(9.0, 1.0, 4.0, 6.0)).median()).isEqualTo(5.0);
    }

    @Test
    void ratioIsTakenTurnByTurn() {
        Samples slowingDown = new Samples(List.of(10.0, 20.0, 40.0));
        Samples slowingDownToo = new Samples(List.of(5.0, 10.0, 10.0));

        assertThat(slowingDown.over(slowingDownToo).values()).containsExactly(2.0, 2.0, 4.0);
    }

    @Test
    void differentNumbersOfTurnsCannotBePaired() {
        Samples two = new Samples(List.of(1.0, 2.0));
        Samples one = new Samples(List.of(1.0));

        assertThatThrownBy(() -> two.over(one)).hasMessage("2 turns can't be paired with 1 turns");
    }

    @Test
    void nothingMeasuredIsNoSample() {
        assertThatThrownBy(() -> new Samples(List.of())).hasMessage("no turn was measured");
    }
}
