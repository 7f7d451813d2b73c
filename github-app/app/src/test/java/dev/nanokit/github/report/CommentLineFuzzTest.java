package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.CommandText;
import dev.nanokit.github.command.CommentParser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Runs the inputs that are kept beside it; {@code bin/test --fuzz MINUTES} looks for new ones. Anybody may comment on a
 * pull request of a public repository: what they write is a command of ours, or comes back as harmless text.
 */
class CommentLineFuzzTest {
    private static final MarkdownFacts HELP = MarkdownFacts.of(
            CommentRenderer.answers("ada", List.of(Answer.wrong(new Command.Wrong("no such command.")))));

    @FuzzTest(maxDuration = "2m")
    void comment(byte[] input) {
        String comment = new String(input, StandardCharsets.UTF_8);

        List<Command> commands = CommentParser.parse(comment);

        assertThat(commands).hasSizeLessThanOrEqualTo(CommentParser.MOST_COMMANDS + 1);
        commands.forEach(CommentLineFuzzTest::isOursOrHarmless);
    }

    private static void isOursOrHarmless(Command command) {
        if (command instanceof Command.Wrong wrong) {
            String answer = CommentRenderer.answers("ada", List.of(Answer.wrong(wrong)));
            assertThat(MarkdownFacts.of(answer)).as(answer).isEqualTo(HELP);
        } else {
            assertThat(CommentParser.parse(CommandText.of(command))).containsExactly(command);
        }
    }
}
