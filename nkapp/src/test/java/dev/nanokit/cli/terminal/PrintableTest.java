package dev.nanokit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void textWithoutControlCharactersStaysAsItIs() {
        assertThat(Printable.line("nginx:1.27 → größer 🚀")).isEqualTo("nginx:1.27 → größer 🚀");
    }

    @Test
    void controlCharactersBecomeVisible() {
        assertThat(Printable.line("a\nb\tc\u001b[2Jd\u202ee")).isEqualTo("a\\nb\\tc\\u001b[2Jd\\u202ee");
    }

    @Test
    void longTextIsCut() {
        assertThat(Printable.line("abcdef", 4)).isEqualTo("abc…");
        assertThat(Printable.line("abcd", 4)).isEqualTo("abcd");
    }

    @Property
    void noTextMovesTheCursor(@ForAll String text) {
        assertThat(Printable.line(text).chars()).noneMatch(Character::isISOControl);
    }
}
