package dev.nanokit.github.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.Golden;
import dev.nanokit.github.command.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every comment as it is written. */
class CommentGoldenTest {
    static Stream<Map.Entry<String, String>> comments() {
        return Comments.all().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("comments")
    void everyCommentIsWrittenSo(Map.Entry<String, String> comment) {
        Golden.assertIs(Path.of("src/test/resources/comments", comment.getKey() + ".md"), comment.getValue() + "\n");
    }

    @Test
    void theCommentOfPlansIsFoundAgainByItsMarker() {
        assertThat(Comments.all().get("plans")).startsWith(CommentRenderer.PLAN_MARKER);
    }

    @Test
    void onlyTheOneWhoAskedIsCalled() {
        assertThat(CommentRenderer.answers("octo-cat", List.of(Answer.help()))).contains("@octo-cat:");
        assertThat(CommentRenderer.answers("dependabot[bot]", List.of(Answer.help())))
                .contains("`dependabot[bot]`:");
        assertThat(CommentRenderer.answers("acme/admins", List.of(Answer.help())))
                .contains("`acme/admins`:");
    }

    @ParameterizedTest
    @CsvSource({
        "planned, true",
        "applied, true",
        "planned-loses-data, true",
        "apply-failed, false",
        "invalid-file, false"
    })
    void theReactionToACommandSaysWhetherItWasDone(String state, boolean ok) {
        Map.Entry<CheckSubject, CheckState> sample = Samples.all().get(state);
        PostedCheck check = new PostedCheck(CheckRenderer.render(sample.getKey(), sample.getValue()), Optional.empty());

        assertThat(Answer.check(new Command.Plan(Command.Scope.ALL), check).ok())
                .isEqualTo(ok);
    }
}
