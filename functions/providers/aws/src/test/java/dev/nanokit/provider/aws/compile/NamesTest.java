package dev.nanokit.provider.aws.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTest {
    private static final String LONG = "shop-production-sessions-of-everybody-who-was-ever-here";

    @Test
    void staysAsItIsWhereTheServiceTakesIt() {
        assertThat(Names.fit("shop-production-sessions", Names.CACHE)).isEqualTo("shop-production-sessions");
    }

    @Test
    void isCutWithADigestThatKeepsTwoApart() {
        assertThat(Names.fit(LONG, Names.CACHE))
                .hasSizeLessThanOrEqualTo(Names.CACHE)
                .startsWith("shop-production-sessions")
                .isNotEqualTo(Names.fit(LONG + "-too", Names.CACHE));
    }

    @Test
    void hasNoTwoHyphensSideBySide() {
        assertThat(Names.fit("shop--production", Names.DATABASE))
                .doesNotContain("--")
                .isNotEqualTo(Names.fit("shop-production", Names.DATABASE));
    }
}
