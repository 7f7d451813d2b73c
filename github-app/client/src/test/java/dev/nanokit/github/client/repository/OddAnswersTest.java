package dev.nanokit.github.client.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.http.Answer;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers that are JSON, and not what GitHub's description says: as of a proxy, or of another server. */
class OddAnswersTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static PullRequests answering(String body) {
        Api api = new Api(
                URI.create("https://api.example"),
                request -> new Answer(
                        200, HttpHeaders.of(Map.of(), (name, value) -> true), body.getBytes(StandardCharsets.UTF_8)));
        return new PullRequests(api, "acme/shop", pause -> {}, new Approvals(api, "acme/shop", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                      | it has no text 'commit.sha'",
                "{\"commit\": {\"sha\": 7}}              | it has no text 'commit.sha'",
                "{\"commit\": [\"sha\"]}                 | it has no text 'commit.sha'",
                "\"hello\"                               | it has no text 'commit.sha'",
                "null                                    | it has no text 'commit.sha'",
            })
    void fieldThatIsMissingOrSomethingElseIsNamed(String body, String why) {
        assertThatThrownBy(() -> answering(body).branchHead("main"))
                .isInstanceOfSatisfying(
                        GitHubException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessage("GitHub's answer was not understood: " + why);
    }

    @Test
    void pullRequestWithoutItsPartsIsNoPullRequest() {
        assertThatThrownBy(() -> answering("{\"number\": 12, \"head\": {\"sha\": \"ab\", \"ref\": \"x\"}}")
                        .get(12))
                .isInstanceOf(GitHubException.class)
                .hasMessageContaining("'base.ref'");
    }

    @Test
    void objectIsNoList() {
        assertThatThrownBy(() -> answering("{\"message\": \"hello\"}").open())
                .isInstanceOf(GitHubException.class)
                .hasMessage("GitHub's answer was not understood: it is not a list");
    }

    @Test
    void nothingOfTheAnswerIsInTheMessage() {
        JsonNode token = JSON.readTree("{\"token\": [\"ghs_secret\"], \"expires_at\": \"ghs_secret\", \"id\": 1e99}");

        assertThatThrownBy(() -> Given.text(token, "token"))
                .hasMessageContaining("'token'")
                .hasMessageNotContaining("ghs_secret");
        assertThatThrownBy(() -> Given.time(token, "expires_at"))
                .isInstanceOf(GitHubException.class)
                .hasMessageContaining("no time 'expires_at'")
                .hasNoCause();
        assertThatThrownBy(() -> Given.number(token, "id")).isInstanceOf(GitHubException.class);
    }
}
