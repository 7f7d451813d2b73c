package dev.nanokit.engine.config.check;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.0/8",
                "172.16.0.0/12",
                "172.31.255.0/24",
                "192.168.1.0/24",
                "100.64.0.0/10",
                "100.127.0.0/16"
            })
    void theseArePrivate(String text) {
        assertThat(cidr(text).isPrivate()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11.0.0.0/8",
                "172.15.0.0/16",
                "172.32.0.0/16",
                "192.169.0.0/16",
                "100.128.0.0/16",
                "100.0.0.0/9",
                "0.0.0.0/0"
            })
    void theseAreNot(String text) {
        assertThat(cidr(text).isPrivate()).isFalse();
    }

    @Test
    void rangesOverlapWhereOneHoldsTheOther() {
        assertThat(cidr("10.0.0.0/16").overlaps(cidr("10.0.255.0/24"))).isTrue();
        assertThat(cidr("10.0.255.0/24").overlaps(cidr("10.0.0.0/16"))).isTrue();
        assertThat(cidr("10.0.0.0/16").overlaps(cidr("10.1.0.0/16"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.0/8", "10.0.0.0/33", "10.0.0.999/24"})
    void theseAreNoRanges(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Property
    void aNetworkHasNoHostBitsAndReadsBackAsItself(
            @ForAll @IntRange(max = 255) int first,
            @ForAll @IntRange(max = 255) int last,
            @ForAll @IntRange(max = 32) int prefix) {
        Cidr cidr = cidr(first + ".7." + last + ".255/" + prefix);

        assertThat(cidr.network().hasHostBits()).isFalse();
        assertThat(cidr.overlaps(cidr.network())).isTrue();
        assertThat(cidr(cidr.toString())).isEqualTo(cidr);
    }

    private static Cidr cidr(String text) {
        return Cidr.parse(text).orElseThrow();
    }
}
