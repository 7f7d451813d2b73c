package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CloudFormation that SAM's own translator makes of template.yaml, as a deployment hands it to AWS. */
record Template(String text, JsonNode json) {
    private static Template translated;

    static synchronized Template translated() {
        if (translated == null) {
            Command.Outcome outcome = Command.python("nanokit_aws.translated", "template.yaml", "eu-west-1")
                    .run();
            assertThat(outcome.status()).as(outcome.err()).isZero();
            translated =
                    new Template(outcome.out(), JsonMapper.builder().build().readTree(outcome.out()));
        }
        return translated;
    }

    /** The resources of a type, by logical id. */
    Map<String, JsonNode> all(String type) {
        return resources()
                .filter(resource -> resource.getValue().path("Type").asString().equals(type))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, resource -> resource.getValue().path("Properties")));
    }

    Stream<Map.Entry<String, JsonNode>> resources() {
        return json.path("Resources").properties().stream();
    }

    JsonNode properties(String id) {
        return resource(id).path("Properties");
    }

    JsonNode resource(String id) {
        return Optional.of(json.path("Resources").path(id))
                .filter(Function.<JsonNode>identity().andThen(JsonNode::isObject)::apply)
                .orElseThrow(() -> new AssertionError("the template has no " + id));
    }
}
