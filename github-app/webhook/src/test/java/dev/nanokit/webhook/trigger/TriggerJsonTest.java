package dev.nanokit.webhook.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriggerJsonTest {
    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBack(@ForAll("triggers") Trigger trigger) {
        assertThat(TriggerJson.read(TriggerJson.write(trigger))).isEqualTo(trigger);
    }

    /** Step Functions takes 256 KB as the input of a workflow. */
    @ParameterizedTest
    @ValueSource(strings = {"\"", "\n", "語", "🚀", "\u0001"})
    void longestCommentFitsAWorkflowsInput(String text) {
        String body = CommentText.clean(text.repeat(65_536));
        Trigger trigger = new Trigger.CommentCreated(
                new RepositoryRef(1, 2, "o/r", "main"), 3, 4, body, new Actor("octocat", false));

        assertThat(TriggerJson.write(trigger).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(200 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"type\":\"Plan\"}",
                "{\"type\":\"PullRequestChanged\"}",
                "{\"type\":\"Ignored\",\"event\":7,\"action\":\"\"}"
            })
    void whatWasNotWrittenHereIsRefused(String json) {
        assertThatThrownBy(() -> TriggerJson.read(json)).isInstanceOf(MalformedPayloadException.class);
    }

    @Test
    void workflowsSeeOneFlatObject() {
        Trigger push = new Trigger.BranchPushed(
                new RepositoryRef(7, 42, "acme/shop", "main"), "main", "ab".repeat(20), new Actor("octocat", false));

        assertThat(TriggerJson.write(push))
                .isEqualTo("{\"type\":\"BranchPushed\",\"repository\":{\"installationId\":7,\"accountId\":42,"
                        + "\"fullName\":\"acme/shop\",\"defaultBranch\":\"main\"},\"headSha\":\"" + "ab".repeat(20)
                        + "\",\"sender\":{\"login\":\"octocat\",\"bot\":false},\"branch\":\"main\"}");
    }

    @Provide
    Arbitrary<Trigger> triggers() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(40);
        Arbitrary<Integer> number = Arbitraries.integers().greaterOrEqual(1);
        Arbitrary<Long> id = Arbitraries.longs();
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Actor> actor = Combinators.combine(text, flag).as(Actor::new);
        Arbitrary<RepositoryRef> repository =
                Combinators.combine(id, id, text, text).as(RepositoryRef::new);
        Arbitrary<PullRequestRef> pull =
                Combinators.combine(number, text, text, text, flag, flag, actor).as(PullRequestRef::new);
        Arbitrary<java.util.List<Integer>> pulls = number.list().ofMaxSize(5);
        return Arbitraries.oneOf(
                Combinators.combine(repository, pull, Arbitraries.of(Trigger.Change.values()), actor)
                        .as(Trigger.PullRequestChanged::new),
                Combinators.combine(repository, pull, flag, actor).as(Trigger.PullRequestClosed::new),
                Combinators.combine(repository, number, id, text, actor).as(Trigger.CommentCreated::new),
                Combinators.combine(repository, text, text, pulls, actor).as(Trigger.CheckRerequested::new),
                Combinators.combine(repository, text, text, text, pulls, actor).as(Trigger.CheckActionRequested::new),
                Combinators.combine(repository, text, pulls, actor).as(Trigger.CheckSuiteRerequested::new),
                Combinators.combine(repository, text, text, actor).as(Trigger.MergeGroupRequested::new),
                Combinators.combine(repository, text, text, actor).as(Trigger.BranchPushed::new),
                Combinators.combine(id, id, text, text.list().ofMaxSize(5)).as(Trigger.InstallationChanged::new),
                Combinators.combine(text, text).as(Trigger.Ignored::new));
    }
}
