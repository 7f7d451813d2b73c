package dev.nanokit.engine.config.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "web, web",
        "Web App, web-app",
        "web_app, web-app",
        "9lives, lives",
        "Zürich, zurich",
        "-x-, x",
        "日本, app",
        "a--b, a-b"
    })
    void theNearestLegalNameIsOffered(String name, String legal) {
        assertThat(LegalName.nearest(name)).isEqualTo(legal);
    }

    @Property
    void whatIsOfferedIsLegal(@ForAll String name) {
        assertThat(LegalName.is(LegalName.nearest(name))).isTrue();
    }

    @Test
    void aNameHasFortyCharactersAtMost() {
        assertThat(LegalName.is("a".repeat(40))).isTrue();
        assertThat(LegalName.is("a".repeat(41))).isFalse();
        assertThat(LegalName.is("a-")).isFalse();
        assertThat(LegalName.is("a")).isTrue();
        assertThat(LegalName.is("")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"imge, image", "dependsOn, depends_on", "prot, port", "IMAGE, image", "updatestrategy, updateStrategy"})
    void theNearestKnownWordIsFound(String typed, String meant) {
        assertThat(Nearest.of(typed, List.of("image", "port", "depends_on", "updateStrategy", "env")))
                .contains(meant);
    }

    @Test
    void whatIsFarFromEveryWordHasNoNearest() {
        assertThat(Nearest.of("kubernetes", List.of("image", "port"))).isEmpty();
    }

    @Property
    void distanceIsZeroForEqualWordsAloneAndTheSameBothWays(
            @ForAll @AlphaChars @StringLength(max = 12) String one,
            @ForAll @AlphaChars @StringLength(max = 12) String other) {
        assertThat(Nearest.distance(one, other)).isEqualTo(Nearest.distance(other, one));
        assertThat(Nearest.distance(one, other) == 0).isEqualTo(one.equals(other));
    }
}
