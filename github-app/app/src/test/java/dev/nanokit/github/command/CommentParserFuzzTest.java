package dev.nanokit.github.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.shape.LegalName;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CommentParserFuzzTest {
    private static final String[] PIECES = {
        "/nanokit",
        "/nanokit ",
        "plan",
        "apply",
        "destroy",
        "--force",
        "-e",
        "--env=",
        "production",
        "--component",
        "@/etc/passwd",
        "${HOME}",
        "\n",
        "\r\n",
        " ",
        "    ",
        "\t",
        ">",
        "```",
        "~~~",
        "`",
        "<!--",
        "-->",
        "- ",
        "*",
        "_",
        "[",
        "](",
        ")",
        "<details>",
        "\\",
        "\"",
        "'",
        "$(id)",
        "|",
        "\u202e",
        "\u200b",
        "\u0000",
        "😀",
        "\ud83d",
        "é",
        "@octocat",
        "#1",
        "---",
        "\u2028",
        "%s",
        "{}"
    };

    @Provide
    Arbitrary<String> comments() {
        Arbitrary<String> pieces = Arbitraries.of(PIECES).list().ofMaxSize(60).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMaxLength(300));
    }

    @Property(tries = 3_000)
    void anyCommentIsReadWithoutAnError(@ForAll("comments") String comment) {
        List<Command> commands = CommentParser.parse(comment);

        assertThat(commands).hasSizeLessThanOrEqualTo(CommentParser.MOST_COMMANDS + 1);
        assertThat(commands).allSatisfy(CommentParserFuzzTest::isHarmless);
    }

    @Property(tries = 1_000)
    void aCommentWithoutTheNameHasNoCommand(@ForAll("comments") String comment) {
        assertThat(CommentParser.parse(comment.replaceAll("(?i)/nanokit", "/other")))
                .isEmpty();
    }

    @Property(tries = 1_000)
    void nothingInAFenceIsRun(@ForAll("comments") String comment) {
        String inside = comment.replace("~", "-");

        assertThat(CommentParser.parse("~~~\n" + inside + "\n~~~\n")).isEmpty();
    }

    private static void isHarmless(Command command) {
        Command.Scope scope = CommandText.scope(command);
        assertThat(Stream.concat(scope.environment().stream(), scope.component().stream()))
                .allMatch(LegalName::is);
        if (command instanceof Command.Wrong wrong) {
            String outsideOfCode = wrong.message().replaceAll("`[^`\n]*`", "");
            assertThat(outsideOfCode).doesNotContain("`", "<", "@", "\n", "|", "*", "_", "[", "\\");
        }
    }
}
