package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.Golden;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.report.terminal.CheckTerminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks and comments in a terminal of 100 columns. */
class TerminalGoldenTest {
    private static final Path FOLDER = Path.of("src/test/resources/terminal");

    static Stream<Map.Entry<String, String>> comments() {
        return Comments.all().entrySet().stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"planned", "planned-loses-data", "invalid-file", "waiting-for-lock", "applying", "apply-failed"})
    void aCheckIsShownSoWithoutColours(String state) {
        Golden.assertIs(FOLDER.resolve(state + ".txt"), new CheckTerminal(false, 100).check(check(state)));
    }

    @ParameterizedTest
    @MethodSource("comments")
    void aCommentIsShownSo(Map.Entry<String, String> comment) {
        Golden.assertIs(
                FOLDER.resolve("comment-" + comment.getKey() + ".txt"),
                new CheckTerminal(false, 100).comment(comment.getValue()));
    }

    @Test
    void coloursChangeNoWord() {
        CheckRun check = check("planned");
        String coloured = new CheckTerminal(true, 100).check(check);

        assertThat(coloured).contains("\u001b[32m+ driver: bridge\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[\\d+m", "")).isEqualTo(new CheckTerminal(false, 100).check(check));
    }

    private static CheckRun check(String state) {
        Map.Entry<CheckSubject, CheckState> sample = Samples.all().get(state);
        return CheckRenderer.render(sample.getKey(), sample.getValue());
    }
}
