package dev.nanokit.webhook.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.webhook.trigger.Trigger.Change;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TriggerParserTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void commentOnAPullRequestIsOneOfItsCommands() {
        ObjectNode payload = comment("/nanokit apply -e production 🚀");

        assertThat(parse("issue_comment", payload)).isInstanceOfSatisfying(Trigger.CommentCreated.class, comment -> {
            assertThat(comment.body()).isEqualTo("/nanokit apply -e production 🚀");
            assertThat(comment.pullRequest()).isEqualTo(1);
            assertThat(comment.author()).isEqualTo(new Actor("Codertocat", false));
            assertThat(comment.commentId()).isEqualTo(492700400);
        });
    }

    @Test
    void commentOnAnIssueIsOfNoConcern() {
        ObjectNode payload = comment("/nanokit apply");
        ((ObjectNode) payload.get("issue")).remove("pull_request");

        assertThat(parse("issue_comment", payload)).isEqualTo(new Trigger.Ignored("issue_comment", "created"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edited", "deleted"})
    void editedAndDeletedCommentsRunNothing(String action) {
        ObjectNode payload = comment("/nanokit apply").put("action", action);

        assertThat(parse("issue_comment", payload)).isInstanceOf(Trigger.Ignored.class);
    }

    @Test
    void commentsOfBotsRunNothing() {
        ObjectNode payload = comment("/nanokit apply");
        ((ObjectNode) payload.at("/comment/user")).put("type", "Bot");

        assertThat(parse("issue_comment", payload)).isInstanceOf(Trigger.Ignored.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "looks good to me", "nanokit apply"})
    void commentWithoutTheCommandWordStartsNothing(String body) {
        assertThat(parse("issue_comment", comment(body))).isInstanceOf(Trigger.Ignored.class);
    }

    @Test
    void longestCommentIsKeptWhole() {
        String body = "/nanokit plan\n" + "ü".repeat(65_536 - 14);

        assertThat(parse("issue_comment", comment(body)))
                .isInstanceOfSatisfying(
                        Trigger.CommentCreated.class,
                        comment -> assertThat(comment.body()).hasSize(65_536).isEqualTo(body));
    }

    @Test
    void longerCommentIsCutBetweenCharacters() {
        String body = "/nanokit plan\n " + "🚀".repeat(65_536);

        assertThat(parse("issue_comment", comment(body)))
                .isInstanceOfSatisfying(
                        Trigger.CommentCreated.class,
                        comment -> assertThat(comment.body()).hasSize(65_535).endsWith("🚀"));
    }

    @Test
    void controlCharactersOfACommentAreReplaced() {
        assertThat(parse("issue_comment", comment("/nanokit\u0000 plan\u001b[31m\t\r\n\u0085")))
                .isInstanceOfSatisfying(
                        Trigger.CommentCreated.class,
                        comment -> assertThat(comment.body()).isEqualTo("/nanokit\uFFFD plan\uFFFD[31m\t\r\n\uFFFD"));
    }

    @Test
    void editedPullRequestCountsWhenItsBaseChanged() {
        ObjectNode payload = pullRequest("edited");
        payload.putObject("changes").putObject("title").put("from", "old");
        assertThat(parse("pull_request", payload)).isInstanceOf(Trigger.Ignored.class);

        payload.putObject("changes").putObject("base").putObject("ref").put("from", "develop");
        assertThat(parse("pull_request", payload))
                .isInstanceOfSatisfying(
                        Trigger.PullRequestChanged.class,
                        changed -> assertThat(changed.change()).isEqualTo(Change.BASE_EDITED));
    }

    @Test
    void pullRequestFromAnotherRepositoryIsAFork() {
        ObjectNode payload = pullRequest("opened");
        assertThat(changed(payload).pullRequest().fork()).isFalse();

        ((ObjectNode) payload.at("/pull_request/head/repo")).put("id", 1);
        assertThat(changed(payload).pullRequest().fork()).isTrue();
    }

    @Test
    void pullRequestWhoseForkIsGoneIsStillAFork() {
        ObjectNode payload = pullRequest("opened");
        ((ObjectNode) payload.at("/pull_request/head")).putNull("repo");

        assertThat(changed(payload).pullRequest().fork()).isTrue();
    }

    @Test
    void authorWhoLeftIsAGhost() {
        ObjectNode payload = pullRequest("opened");
        ((ObjectNode) payload.get("pull_request")).putNull("user");

        assertThat(changed(payload).pullRequest().author()).isEqualTo(new Actor("ghost", false));
    }

    @Test
    void pushesOfTagsAndDeletionsAreOfNoConcern() {
        ObjectNode payload = payload("push", 4);
        assertThat(parse("push", payload)).isInstanceOf(Trigger.BranchPushed.class);
        assertThat(parse("push", payload.put("ref", "refs/tags/main"))).isInstanceOf(Trigger.Ignored.class);
        assertThat(parse("push", payload.put("ref", "refs/heads/main").put("deleted", true)))
                .isInstanceOf(Trigger.Ignored.class);
    }

    @Test
    void fieldThatIsMissingIsNamed() {
        ObjectNode payload = pullRequest("opened");
        ((ObjectNode) payload.at("/pull_request/head")).remove("sha");

        assertThatThrownBy(() -> parse("pull_request", payload))
                .isInstanceOf(MalformedPayloadException.class)
                .hasMessage("the field pull_request.head.sha is missing");
    }

    @Test
    void valueOfAnotherTypeIsNamedAndNotQuoted() {
        ObjectNode payload = pullRequest("opened");
        ((ObjectNode) payload.get("pull_request")).put("number", "<script>");

        assertThatThrownBy(() -> parse("pull_request", payload))
                .hasMessage("the field pull_request.number is of another type than GitHub's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "a/b/c", "a/b?x", "a", ""})
    void repositoryNameThatIsNoneIsRefused(String name) {
        ObjectNode payload = pullRequest("opened");
        ((ObjectNode) payload.get("repository")).put("full_name", name);

        assertThatThrownBy(() -> parse("pull_request", payload))
                .hasMessage("the field repository.full_name is not a repository's full name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "{",
                "{\"action\":\"opened\"",
                "{\"action\":\"opened\"} {}",
                "{\"action\":\"opened\",}",
                "{\"action\":\"op",
                "\u0000"
            })
    void bodyThatIsNotOneJsonObjectIsRefused(String body) {
        assertThatThrownBy(() -> TriggerParser.parse("pull_request", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedPayloadException.class);
    }

    @Test
    void invalidUtf8IsRefused() {
        byte[] body = "{\"action\":\"??\"}".getBytes(StandardCharsets.UTF_8);
        body[11] = (byte) 0xC3;
        body[12] = (byte) 0x28;

        assertThatThrownBy(() -> TriggerParser.parse("pull_request", body))
                .isInstanceOf(MalformedPayloadException.class);
    }

    @Test
    void nestingWithoutEndIsRefused() {
        String body = "{\"x\":" + "[".repeat(1_000_000);

        assertThatThrownBy(() -> TriggerParser.parse("push", body.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedPayloadException.class);
    }

    @Test
    void payloadOfAnUnknownEventIsNotEvenRead() {
        assertThat(TriggerParser.parse("star", new byte[] {(byte) 0xFF})).isEqualTo(new Trigger.Ignored("star", ""));
    }

    private static Trigger.PullRequestChanged changed(ObjectNode payload) {
        return (Trigger.PullRequestChanged) parse("pull_request", payload);
    }

    private static ObjectNode pullRequest(String action) {
        return payload("pull_request", 22).put("action", action);
    }

    /** GitHub's examples are all of comments on issues; a pull request's differ by one field. */
    private static ObjectNode comment(String body) {
        ObjectNode payload = payload("issue_comment", 0);
        ((ObjectNode) payload.get("issue")).putObject("pull_request").put("url", "https://example.org/pulls/1");
        ((ObjectNode) payload.get("comment")).put("body", body);
        return payload;
    }

    private static ObjectNode payload(String event, int index) {
        return (ObjectNode) Examples.of(event, index).payload();
    }

    private static Trigger parse(String event, ObjectNode payload) {
        return TriggerParser.parse(event, JSON.writeValueAsBytes(payload));
    }
}
