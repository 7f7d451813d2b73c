package dev.nanokit.engine.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void utf8IsTextWhateverItsLanguage() {
        assertThat(SourceText.decode("f", "naïve 😀".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("naïve 😀");
    }

    @Test
    void aByteThatIsNotUtf8IsPointedAt() {
        byte[] latin1 = "a: 1\nb: é\n".getBytes(StandardCharsets.ISO_8859_1);

        Problem problem = refusal(latin1);

        assertThat(problem.place()).isEqualTo(new Place("f", 2, 4));
        assertThat(problem.what()).contains("0xE9");
    }

    @Test
    void aCharacterThatIsCutOffIsPointedAt() {
        assertThat(refusal(new byte[] {'a', (byte) 0xC3}).place()).isEqualTo(new Place("f", 1, 2));
    }

    @Test
    void utf16IsRecognised() {
        assertThat(refusal("name: shop".getBytes(StandardCharsets.UTF_16)).why())
                .contains("UTF-16");
    }

    @Test
    void columnsCountCharactersNotSurrogates() {
        assertThat(SourceText.placeAfter("f", "x\n😀😀")).isEqualTo(new Place("f", 2, 3));
    }

    private static Problem refusal(byte[] bytes) {
        return catchThrowableOfType(InvalidConfigException.class, () -> SourceText.decode("f", bytes))
                .problems()
                .getFirst();
    }
}
