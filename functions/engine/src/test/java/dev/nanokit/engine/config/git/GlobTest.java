package dev.nanokit.engine.config.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class GlobTest {
    @Test
    void oneStarStopsAtASlashAndTwoDoNot() {
        assertThat(Glob.parse("feature/*").matches("feature/x")).isTrue();
        assertThat(Glob.parse("feature/*").matches("feature/x/y")).isFalse();
        assertThat(Glob.parse("feature/**").matches("feature/x/y")).isTrue();
        assertThat(Glob.parse("**").matches("a/b/c")).isTrue();
        assertThat(Glob.parse("*").matches("a/b")).isFalse();
    }

    @Test
    void otherCharactersStandForThemselves() {
        assertThat(Glob.parse("release-1.x").matches("release-1.x")).isTrue();
        assertThat(Glob.parse("release-1.x").matches("release-1ax")).isFalse();
        assertThat(Glob.parse("release-1.x").isExact()).isTrue();
    }

    @Test
    void patternsMeetWhereABranchCouldMatchBoth() {
        assertThat(Glob.parse("feat/*").meets(Glob.parse("test/*"))).isFalse();
        assertThat(Glob.parse("feat/*").meets(Glob.parse("*/fix"))).isTrue();
        assertThat(Glob.parse("a*b").meets(Glob.parse("a/b"))).isFalse();
        assertThat(Glob.parse("a**b").meets(Glob.parse("a/*b"))).isTrue();
    }

    @Test
    void moreGivenCharactersBeatFewerAndAnExactNameBeatsAll() {
        BranchMap map = new BranchMap(Map.of(
                "**",
                "any",
                "release/*",
                "release",
                "release/1*",
                "one",
                "release/12",
                "twelve",
                "release/12**",
                "long"));

        assertThat(map.environmentOf("main")).contains("any");
        assertThat(map.environmentOf("release/2")).contains("release");
        assertThat(map.environmentOf("release/13")).contains("one");
        assertThat(map.environmentOf("release/12")).contains("twelve");
        assertThat(map.environmentOf("release/12/x")).contains("long");
    }

    @Property
    void matchingIsWhatARegularExpressionSays(@ForAll("patterns") String pattern, @ForAll("branches") String branch) {
        String regex = Pattern.quote(pattern)
                .replace("**", "\\E.\u0001\\Q")
                .replace("*", "\\E[^/]*\\Q")
                .replace('\u0001', '*');

        assertThat(Glob.parse(pattern).matches(branch)).isEqualTo(Pattern.matches(regex, branch));
    }

    @Property
    void patternsThatMatchTheSameBranchMeet(
            @ForAll("patterns") String one, @ForAll("patterns") String other, @ForAll("branches") String branch) {
        Glob first = Glob.parse(one);
        Glob second = Glob.parse(other);

        assertThat(first.meets(second)).isEqualTo(second.meets(first));
        if (first.matches(branch) && second.matches(branch)) {
            assertThat(first.meets(second)).isTrue();
        }
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.strings()
                .withChars('a', 'b', '/', '*')
                .ofMinLength(1)
                .ofMaxLength(6);
    }

    @Provide
    Arbitrary<String> branches() {
        return Arbitraries.strings().withChars('a', 'b', '/').ofMinLength(1).ofMaxLength(6);
    }
}
