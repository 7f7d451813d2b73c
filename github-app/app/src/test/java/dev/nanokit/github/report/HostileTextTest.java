package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.command.Command;
import dev.nanokit.stages.ApplyResult;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** Whatever stands in a file, a provider's message or a holder's name: the Markdown around it stays what it is. */
class HostileTextTest {
    private static final String SECRET = "s3cr3t-never-shown";
    private static final String[] PIECES = {
        "```",
        "````",
        "~~~",
        "`",
        "``",
        "\n",
        "\r\n",
        "\n\n",
        "</details>",
        "<details>",
        "<summary>",
        "<script>alert(1)</script>",
        "<!--",
        "-->",
        "<img src=x onerror=alert(1)>",
        "@octocat",
        "@acme/admins",
        "#12",
        "acme/shop#12",
        "GH-12",
        "https://evil.example/x",
        "www.evil.example",
        "[click](https://evil.example)",
        "![x](https://evil.example/x.png)",
        "|",
        "\\",
        "*",
        "**",
        "_",
        "__",
        "~~",
        "$x$",
        "$",
        "&lt;",
        "&#64;octocat",
        "- ",
        "1. ",
        "# ",
        "> ",
        "---",
        "===",
        "    ",
        "\t",
        ":tada:",
        "\u202e",
        "\u200b",
        "\u2028",
        "\u0000",
        "\u001b[31m",
        "😀",
        "\ud83d",
        "é",
        "\"",
        "'",
        ";",
        "]:::x",
        "end",
        "%%{init}%%",
        "a",
        "0",
        " "
    };

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<String> pieces =
                Arbitraries.of(PIECES).list().ofMinSize(1).ofMaxSize(12).map(list -> String.join("", list));
        return Arbitraries.oneOf(pieces, Arbitraries.strings().ofMinLength(1).ofMaxLength(80));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noTextCanChangeTheMarkdownOfAPlan(
            @ForAll("hostile") String name, @ForAll("hostile") String value, @ForAll("hostile") String word) {
        Plan plan = plan(name, value, word);
        CheckRun check = CheckRenderer.render(Samples.SUBJECT, new CheckState.Planned(plan, Samples.PLACES));

        assertThat(MarkdownFacts.of(check.summary())).isEqualTo(MarkdownFacts.of(0, 0, 1));
        assertThat(MarkdownFacts.of(check.text())).isEqualTo(MarkdownFacts.of(2, 4, 0));
        assertThat(check.text()).doesNotContain(SECRET);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noTextCanChangeTheMarkdownOfOtherStates(@ForAll("hostile") String text, @ForAll("hostile") String other) {
        Holder holder = new Holder(text, other, "", Samples.NOW);
        Acquisition.Blocked blocked = new Acquisition.Blocked(
                other, List.of(holder, holder), Duration.ofMinutes(1), 1, new Sighting(Map.of()));
        Problem problem = Problem.error(new Place("nanokit.yml", 1, 1), text, other, text);
        Plan plan = Samples.plan();
        ApplyResult.Failure failure =
                new ApplyResult.Failure(plan.changes().toList().getFirst(), text, other);
        ApplyResult.Incomplete incomplete =
                new ApplyResult.Incomplete(plan, List.of(), List.of(failure), List.of(), ApplyResult.Cause.FAILED);

        Stream.of(
                        new CheckState.Invalid(List.of(problem, problem)),
                        new CheckState.Unplannable(text, other),
                        new CheckState.WaitingForLock(blocked, Samples.NOW),
                        new CheckState.WaitingForShared(text),
                        new CheckState.Cancelled(text),
                        new CheckState.Outdated(text))
                .map(state -> CheckRenderer.render(Samples.SUBJECT, state))
                .forEach(check -> assertThat(MarkdownFacts.of(check.summary())).isEqualTo(MarkdownFacts.of(0, 0, 0)));
        assertThat(MarkdownFacts.of(CheckRenderer.render(
                                Samples.SUBJECT, new CheckState.Finished(incomplete, Samples.PLACES, Samples.NOW))
                        .summary()))
                .isEqualTo(MarkdownFacts.of(0, 0, 1));
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void aHoldersLinkLeadsToItsOwnAddressOrNowhere(@ForAll("hostile") String text, @ForAll("hostile") String path) {
        String address = "https://ci.example/" + path;
        List<String> addresses = new ArrayList<>();

        Parser.builder()
                .build()
                .parse(LockCheck.what(new Holder(text, text, address, Samples.NOW)))
                .accept(new AbstractVisitor() {
                    @Override
                    public void visit(Link link) {
                        addresses.add(link.getDestination());
                    }
                });

        assertThat(addresses).isSubsetOf(address).hasSizeLessThan(2);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void noTextCanChangeTheMarkdownOfAComment(@ForAll("hostile") String text, @ForAll("hostile") String other) {
        Holder holder = new Holder(text, other, "", Samples.NOW);
        HeldLock lock = new HeldLock(text, true, List.of(holder), 3, List.of(holder));
        Command command = new Command.Unlock(Command.Scope.ALL);
        List<Answer> answers = List.of(
                Answer.unlocked(command, text, List.of(lock), Samples.NOW),
                Answer.failed(command, text, other),
                Answer.status(command, new EnvironmentStatus(text, other, Map.of(), List.of(lock), Samples.NOW)));

        assertThat(MarkdownFacts.of(CommentRenderer.answers("no login", answers)))
                .isEqualTo(MarkdownFacts.of(0, 0, 0));
    }

    private static Plan plan(String name, String value, String word) {
        Map<String, Value> spec = Map.of(
                "image", Value.text(value),
                "env", Value.obj(Map.of(name, Value.text(word), "TOKEN", Value.hidden(Secret.revealed(word, SECRET)))));
        return new Shop()
                .wants("database/d" + name, 3, spec)
                .has("container/c" + name, Map.of("image", Value.text("was " + value)))
                .wants("container/c" + name, 4, spec)
                .wants("container/e" + name, 5, Map.of(name, Value.seq(Value.text(word), Value.text(value))))
                .warns(3, word, name, value)
                .plan();
    }
}
