package dev.nanokit.engine.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "1b, 1",
        "1k, 1024",
        "1kb, 1024",
        "512mb, 536870912",
        "512 MiB, 536870912",
        "1.5gb, 1610612736",
        "20GB, 21474836480",
        "1tb, 1099511627776",
        "0.5kb, 512"
    })
    void unitsArePowersOf1024(String text, long bytes) {
        assertThat(Sizes.bytes(text)).contains(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0mb", "0.001b", "9999999999tb"})
    void nothingAndTooMuchAreNoSizes(String text) {
        assertThat(Sizes.bytes(text)).isEmpty();
    }
}
