package dev.nanokit.github.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.command.Command.Scope;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentParserTest {
    private static final Scope PRODUCTION = new Scope(Optional.of("production"), Optional.empty());

    @Test
    void everyCommandIsReadWithItsOptions() {
        assertThat(CommentParser.parse("/nanokit plan")).containsExactly(new Command.Plan(Scope.ALL));
        assertThat(CommentParser.parse("/nanokit apply -e production --force"))
                .containsExactly(new Command.Apply(PRODUCTION, true));
        assertThat(CommentParser.parse("/nanokit destroy --env=production --no-color"))
                .containsExactly(new Command.Destroy(PRODUCTION, false));
        assertThat(CommentParser.parse("/nanokit unlock --component api -eproduction"))
                .containsExactly(new Command.Unlock(new Scope(Optional.of("production"), Optional.of("api"))));
        assertThat(CommentParser.parse("/nanokit status")).containsExactly(new Command.Status(Scope.ALL));
        assertThat(CommentParser.parse("/nanokit help")).containsExactly(new Command.Help());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nanokit", "/nanokit --help", "/nanokit plan -h", "/nanokit help --no-color"})
    void helpIsAskedForInSeveralWays(String line) {
        assertThat(CommentParser.parse(line)).containsExactly(new Command.Help());
    }

    @Test
    void severalCommandsRunInTheOrderInWhichTheyStand() {
        assertThat(CommentParser.parse("Let me see.\r\n/nanokit unlock\r\nand then\r\n\r\n  /nanokit plan\r\nThanks!"))
                .containsExactly(new Command.Unlock(Scope.ALL), new Command.Plan(Scope.ALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Please run /nanokit plan",
                "/nanokitplan",
                "/nanokit-plan",
                "\\/nanokit plan",
                "`/nanokit plan`",
                "**/nanokit plan**",
                "- /nanokit plan",
                "1. /nanokit plan",
                "# /nanokit plan",
                "[/nanokit plan](https://example.com)"
            })
    void aLineThatDoesNotBeginWithTheNameIsTalk(String line) {
        assertThat(CommentParser.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "```\n/nanokit plan\n```",
                "~~~\n/nanokit plan\n~~~",
                "````\n```\n/nanokit plan\n```\n/nanokit plan\n````",
                "~~~~ text\n~~~\n/nanokit plan\n```\n/nanokit plan",
                "``` never closed\n/nanokit plan\n",
                "- item\n  ```\n  /nanokit plan\n  ```",
                "Look:\n\n    /nanokit plan\n",
                "Look:\n\n\t/nanokit plan\n",
                "`a code span\n/nanokit plan\nover lines`"
            })
    void codeIsNotRun(String comment) {
        assertThat(CommentParser.parse(comment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> /nanokit plan",
                ">/nanokit plan",
                "> > deep\n> /nanokit plan",
                "> said before,\n/nanokit plan and shown as part of the quote",
                "- item\n  > quote\n  /nanokit plan"
            })
    void whatIsQuotedIsNotRun(String comment) {
        assertThat(CommentParser.parse(comment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!--\n/nanokit plan\n-->",
                "<!-- never closed\n/nanokit plan",
                "text <!-- hidden\n/nanokit plan\n-->",
                "![alternative\n/nanokit plan\ntext](x.png)",
                "[text](<x> 'title\n/nanokit plan')",
                "[x]: /url 'title\n/nanokit plan'"
            })
    void whatGitHubDoesNotShowIsNotRun(String comment) {
        assertThat(CommentParser.parse(comment)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> said before\n\n/nanokit plan",
                "```\ncode\n```\n/nanokit plan",
                "<!-- note -->\n/nanokit plan",
                "- a list\n\n/nanokit plan",
                "- a list\n/nanokit plan",
                "/nanokit plan\n---\nSent from my phone",
                "   /nanokit plan",
                "/nanokit\tplan  ",
                "/Nanokit Plan",
                "text\n        /nanokit plan"
            })
    void whatGitHubShowsAsProseIsRun(String comment) {
        assertThat(CommentParser.parse(comment)).containsExactly(new Command.Plan(Scope.ALL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u200b/nanokit plan",
                "/nano\u200bkit plan",
                "/nano\u212ait plan",
                "/n\u0430nokit plan",
                "\u202e/nanokit plan",
                "text\u2028/nanokit plan",
                "text\u0085/nanokit plan",
                "\uff0fnanokit plan",
                "\u00a0/nanokit plan",
                "\u0000/nanokit plan"
            })
    void lookAlikesMakeNoCommand(String comment) {
        assertThat(CommentParser.parse(comment)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    plna                        | there is no command `plna`. Did you mean `plan`?
                    aply -e production          | there is no command `aply`. Did you mean `apply`?
                    xyzzy                       | there is no command `xyzzy`.
                    @/etc/passwd                | there is no command `@/etc/passwd`.
                    --force apply               | the command comes before its options: `/nanokit apply --env production`.
                    plan --force                | `plan` has no option `--force`; it belongs to `apply`, `destroy`.
                    apply --froce               | `apply` has no option `--froce`. Did you mean `--force`?
                    apply --enviroment=x        | `apply` has no option `--enviroment`.
                    apply --env                 | `--env` needs a name after it: `--env production`.
                    apply -e --force            | `--env` needs a name after it: `--env production`.
                    apply -e a -e b             | `--env` can be given once.
                    apply --component           | `--component` needs a name after it: `--component api`.
                    apply production            | `apply` takes no `production`: name an environment with `-e ENV`.
                    apply -e "production"       | `"production"` is no name for `--env`: a name has lower-case letters, digits and `-`. Did you mean `production`?
                    apply -e ../../etc          | `../../etc` is no name for `--env`: a name has lower-case letters, digits and `-`. Did you mean `etc`?
                    apply -e $(id)              | `$(id)` is no name for `--env`: a name has lower-case letters, digits and `-`. Did you mean `id`?
                    apply -e ${HOME}            | `${HOME}` is no name for `--env`: a name has lower-case letters, digits and `-`. Did you mean `home`?
                    plan; rm -rf /              | there is no command `plan;`. Did you mean `plan`?
                    help me                     | `help` takes no `me`: it stands alone.
                    help -e production          | `help` has no option `-e`; it belongs to `plan`, `apply`, `destroy`, `unlock`, `status`.
                    plan -- -e x                | no `--` may stand alone before the options.
                    """)
    void aWrongCommandIsExplained(String line, String message) {
        assertThat(CommentParser.parse("/nanokit " + line)).containsExactly(new Command.Wrong(message));
    }

    @ParameterizedTest
    @CsvSource({
        "—force, EM DASH",
        "–env x, EN DASH",
        "-e\u00a0x, NO-BREAK SPACE",
        "\u202eecrof--, RIGHT-TO-LEFT OVERRIDE"
    })
    void charactersThatOnlyLookRightAreNamed(String options, String name) {
        assertThat(CommentParser.parse("/nanokit apply " + options))
                .singleElement()
                .isInstanceOfSatisfying(
                        Command.Wrong.class,
                        wrong -> assertThat(wrong.message())
                                .containsIgnoringCase(name)
                                .matches("\\p{ASCII}*"));
    }

    @Test
    void whatIsRepeatedOfACommentIsShortAndCode() {
        String nasty = "`</code>@octocat#1|" + "x".repeat(100);

        assertThat(CommentParser.parse("/nanokit " + nasty))
                .containsExactly(new Command.Wrong("there is no command `'</code>@octocat#1|xxxxxxxxxxxxxxxxxxxxx…`."));
    }

    @Test
    void aCommentHasAtMostTenCommands() {
        List<Command> commands = CommentParser.parse("/nanokit plan\n".repeat(12));

        assertThat(commands).hasSize(11);
        assertThat(commands.subList(0, 10)).containsOnly(new Command.Plan(Scope.ALL));
        assertThat(commands.getLast())
                .isEqualTo(new Command.Wrong("one comment can hold 10 commands; those after the first 10 were not run."
                        + " Give them in another comment."));
    }

    @Test
    void aLineHasAtMostAThousandCharacters() {
        assertThat(CommentParser.parse("/nanokit plan " + "x".repeat(1_000)))
                .containsExactly(new Command.Wrong("a command has at most 1000 characters; this one has 1014."));
    }

    @Test
    void theLongestCommentIsReadAndAnythingLongerIsNotGitHubs() {
        String longest = "word ".repeat(13_104) + "xx\n/nanokit plan";
        assertThat(longest).hasSizeLessThanOrEqualTo(65_536);

        assertThat(CommentParser.parse(longest)).hasSize(1);
        assertThat(CommentParser.parse("/nanokit plan\n" + "x".repeat(CommentParser.LONGEST_COMMENT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*a ", "> ", "- ", "[", "![", "`", "<!--", "_a *a ", "~~~\n", "<a ", "\\", "&", "**a ", "1. "})
    void nestingAsDeepAsACommentIsLongDoesNoHarm(String piece) {
        String deep = piece.repeat(65_000 / piece.length());

        assertThat(CommentParser.parse("/nanokit status\n\n" + deep)).containsExactly(new Command.Status(Scope.ALL));
    }
}
