package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A template as AWS gets it: SAM's own translator has made CloudFormation of it where it was SAM. */
record Template(String text, JsonNode json) {
    private static final Map<String, Template> READ = new ConcurrentHashMap<>();

    /** template.yaml at the root. */
    static Template translated() {
        return of("template.yaml");
    }

    static Template of(String file) {
        return READ.computeIfAbsent(file, Template::read);
    }

    private static Template read(String file) {
        Command.Outcome outcome =
                Command.python("nanokit_aws.translated", file, "eu-west-1").run();
        assertThat(outcome.status()).as(outcome.err()).isZero();
        return new Template(outcome.out(), JsonMapper.builder().build().readTree(outcome.out()));
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
        JsonNode resource = json.path("Resources").path(id);
        assertThat(resource.isObject()).as("resource " + id).isTrue();
        return resource;
    }
}
