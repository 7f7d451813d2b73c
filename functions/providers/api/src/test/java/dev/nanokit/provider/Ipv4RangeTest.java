package dev.nanokit.provider;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ipv4RangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/16, 10.0.255.0/24, true",
        "10.0.0.0/16, 10.1.0.0/16, false",
        "10.0.0.0/16, 10.0.0.0/16, true",
        "10.0.0.5/24, 10.0.0.200/32, true",
        "0.0.0.0/0, 192.168.1.0/24, true",
        "192.168.0.0/25, 192.168.0.128/25, false"
    })
    void overlapIsHavingAnAddressInCommon(String one, String other, boolean overlap) {
        Ipv4Range first = Ipv4Range.parse(one).orElseThrow();
        Ipv4Range second = Ipv4Range.parse(other).orElseThrow();

        assertThat(first.overlaps(second)).isEqualTo(overlap);
        assertThat(second.overlaps(first)).isEqualTo(overlap);
    }

    @ParameterizedTest
    @CsvSource({"fe80::/10", "10.0.0.0", "10.0.0.0/33", "10.0.0.256/8", "text"})
    void whatIsNoIpv4RangeIsNone(String text) {
        assertThat(Ipv4Range.parse(text)).isEmpty();
    }

    @Property
    void aRangeHoldsTheAddressItWasMadeFrom(
            @ForAll @LongRange(max = 0xffffffffL) long address, @ForAll @IntRange(max = 32) int prefix) {
        Ipv4Range range = Ipv4Range.of(address, prefix);

        assertThat(address).isBetween(range.first(), range.last());
        assertThat(range.last() - range.first() + 1).isEqualTo(1L << (32 - prefix));
    }
}
