package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.standin.world.Comments.Comment;
import dev.nanokit.github.standin.world.Pull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Comments on pull requests, and reactions to them. */
class CommentsTest extends AtGitHub {
    private static final String MARKER = "<!-- nanokit production -->";

    private Pull pull;

    @BeforeEach
    void aPullRequestIsOpen() {
        shop.commit("feature", Map.of("nanokit.yml", "name: new\n"));
        pull = shop.open("feature", "mona");
    }

    private List<Comment> comments() {
        return shop.comments().on(pull.number());
    }

    @Test
    void aCommentIsWrittenAndRewritten() {
        long id = repository.createComment(pull.number(), "one ✅");
        repository.updateComment(id, "two");

        assertThat(comments()).singleElement().satisfies(comment -> {
            assertThat(comment.body()).isEqualTo("two");
            assertThat(comment.author().login()).isEqualTo("nanokit[bot]");
        });
    }

    @Test
    void theAppsOwnCommentIsFoundByItsMarker() {
        long own = repository.createComment(pull.number(), "plan\n" + MARKER);
        repository.createComment(pull.number(), "something else");

        assertThat(repository.findComment(pull.number(), MARKER)).contains(own);
    }

    @Test
    void aMarkerThatSomebodyElseWroteIsNotTheApps() {
        pull.comment("mallory", MARKER);

        assertThat(repository.findComment(pull.number(), MARKER)).isEmpty();
    }

    @Test
    void aCommentIsFoundBehindHundredsOfOthers() {
        long own = repository.createComment(pull.number(), MARKER);
        for (int i = 0; i < 250; i++) {
            pull.comment("mona", "chat " + i);
        }

        assertThat(repository.findComment(pull.number(), MARKER)).contains(own);
    }

    @Test
    void aCommentWhoseAnswerIsLostIsNotWrittenTwice() {
        github.faults().answerLost("issues/create-comment");

        long id = repository.createComment(pull.number(), "applied\n");

        assertThat(comments()).extracting(Comment::id).containsExactly(id);
    }

    @Test
    void aCommentThatNeverArrivedIsWrittenThoughOneLikeItIsThere() {
        repository.createComment(pull.number(), "help");
        hour.pass(Duration.ofMinutes(10));
        github.faults().dropped("issues/create-comment");

        repository.createComment(pull.number(), "help");

        assertThat(comments()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eyes", "+1", "-1", "rocket", "confused", "heart", "hooray", "laugh"})
    void everyReactionIsKnown(String reaction) {
        long id = pull.comment("mona", "/nanokit plan");

        repository.react(id, reaction);
        repository.react(id, reaction);

        assertThat(comments().getFirst().reactions()).containsExactly(reaction);
    }

    @Test
    void aReactionThatGitHubDoesNotHaveIsAMistakeInTheCaller() {
        assertThatThrownBy(() -> repository.react(1, "shrug"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("GitHub has no reaction shrug");
    }

    @Test
    void whereReactionsAreMissingItIsSaidBy404() {
        assertThatThrownBy(() -> repository.react(999_999, "eyes"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.status()).isEqualTo(404));
    }

    @Test
    void aCommentLongerThanGitHubTakesIsRefusedWithItsReason() {
        assertThat(repository.createComment(pull.number(), "x".repeat(65_536))).isPositive();
        assertThatThrownBy(() -> repository.createComment(pull.number(), "x".repeat(65_537)))
                .hasMessageEndingWith("body is too long (maximum is 65536 characters)");
    }
}
