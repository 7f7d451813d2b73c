package dev.nanokit.github.standin.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is not as GitHub describes it is found. */
class ContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Contract CONTRACT = new Contract();
    private static final Conformance CONFORMANCE = new Conformance(CONTRACT);
    private static final String CHECK = """
            {"name":"n","head_sha":"abc","output":{"title":"t","summary":"s"}}""";

    private static List<String> create(String body) {
        return request("POST", "/repos/acme/shop/check-runs", Map.of(), body);
    }

    private static List<String> request(String method, String path, Map<String, String> query, String body) {
        JsonNode json = body == null ? null : JSON.readTree(body);
        return CONFORMANCE.ofRequest(CONTRACT.find(method, path).orElseThrow(), query, json);
    }

    @Test
    void aGoodRequestHasNoFault() {
        assertThat(create(CHECK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"head_sha\":\"abc\"} | required property 'name' not found",
                "{\"name\":1,\"head_sha\":\"abc\"} | integer found, string expected",
                "{\"name\":\"n\",\"head_sha\":\"abc\",\"conclusion\":\"good\"} | does not have a value in the enumeration",
                "{\"name\":\"n\",\"head_sha\":\"abc\",\"heads_sha\":\"x\"} | property 'heads_sha' is not defined",
                "{\"name\":\"n\",\"head_sha\":\"abc\",\"output\":{\"title\":\"t\"}} | required property 'summary' not found",
            })
    void aWrongRequestIsFoundOut(String body, String fault) {
        assertThat(create(body)).singleElement().asString().contains(fault);
    }

    @Test
    void moreThanGitHubTakesIsFoundOut() {
        String annotation = """
                {"path":"p","start_line":1,"end_line":1,"annotation_level":"notice","message":"m"}""";
        String many = String.join(",", Collections.nCopies(51, annotation));
        String action = """
                {"label":"l","description":"d","identifier":"i"}""";

        assertThat(create(CHECK.replace("\"s\"}", "\"s\",\"annotations\":[" + many + "]}")))
                .singleElement()
                .asString()
                .contains("must have at most 50 items");
        assertThat(create(CHECK.replaceFirst(
                        "}}$", "},\"actions\":[" + action.repeat(4).replace("}{", "},{") + "]}")))
                .singleElement()
                .asString()
                .contains("must have at most 3 items");
        assertThat(create(CHECK.replace("\"s\"", "\"" + "s".repeat(65_536) + "\"")))
                .singleElement()
                .asString()
                .contains("must be at most 65535 characters long");
    }

    @Test
    void aParameterThatIsNotDescribedOrOfAnotherTypeIsFoundOut() {
        String path = "/repos/acme/shop/pulls";

        assertThat(request("GET", path, Map.of("base", "main", "state", "open"), null))
                .isEmpty();
        assertThat(request("GET", path, Map.of("bases", "main"), null))
                .containsExactly("parameter bases is not described");
        assertThat(request("GET", path, Map.of("per_page", "many"), null))
                .singleElement()
                .asString()
                .contains("integer");
        assertThat(request("GET", path, Map.of("state", "half-open"), null))
                .singleElement()
                .asString()
                .contains("enumeration");
    }

    @Test
    void anAnswerIsFilledWithWhatGitHubAlwaysSaysAndHeldAgainstTheDescription() {
        Operation get =
                CONTRACT.find("GET", "/repos/acme/shop/pulls/1").orElseThrow().operation();
        JsonNode filled = CONTRACT.filled(get, 200, JSON.readTree("{\"number\":1,\"state\":\"open\"}"));

        assertThat(CONFORMANCE.ofAnswer(get, 200, filled)).isEmpty();
        assertThat(filled.path("number").intValue()).isEqualTo(1);
        assertThat(CONFORMANCE.ofAnswer(get, 200, JSON.readTree("{\"number\":1}")))
                .isNotEmpty();
        assertThat(CONFORMANCE.ofAnswer(get, 201, filled)).containsExactly("status 201 is not described");
    }

    @Test
    void everyOperationIsFoundByItsOwnPath() {
        assertThat(CONTRACT.find("GET", "/repos/a/b/git/trees/feature%2Fx")
                        .orElseThrow()
                        .parameters())
                .containsEntry("tree_sha", "feature/x");
        assertThat(CONTRACT.find("POST", "/app/installations/7/access_tokens")
                        .orElseThrow()
                        .operation()
                        .id())
                .isEqualTo("apps/create-installation-access-token");
        assertThat(CONTRACT.find("DELETE", "/repos/a/b")).isEmpty();
    }
}
