package dev.nanokit.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {
    private final Terminal terminal = terminal(true);

    @Test
    void aTerminalGetsColours() {
        assertThat(Style.of(terminal, false, Map.of("TERM", "xterm", "NO_COLOR", "")))
                .isEqualTo(Style.COLOURED);
        assertThat(Style.COLOURED.red("no")).isEqualTo("\u001b[31mno\u001b[0m");
    }

    @Test
    void aFileGetsNone() {
        assertThat(Style.of(terminal(false), false, Map.of())).isEqualTo(Style.PLAIN);
        assertThat(Style.PLAIN.red("no")).isEqualTo("no");
    }

    @Test
    void whoeverAsksForNoneGetsNone() {
        assertThat(Style.of(terminal, true, Map.of())).isEqualTo(Style.PLAIN);
        assertThat(Style.of(terminal, false, Map.of("NO_COLOR", "1"))).isEqualTo(Style.PLAIN);
        assertThat(Style.of(terminal, false, Map.of("TERM", "dumb"))).isEqualTo(Style.PLAIN);
    }

    private static Terminal terminal(boolean isTerminal) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Terminal(new BufferedReader(Reader.nullReader()), nowhere, nowhere, isTerminal, isTerminal);
    }
}
