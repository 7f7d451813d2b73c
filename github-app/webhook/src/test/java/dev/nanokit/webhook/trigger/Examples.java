package dev.nanokit.webhook.trigger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The payloads that GitHub's community keeps as examples (npm, {@code @octokit/webhooks-examples}). */
public final class Examples {
    private Examples() {}

    /** @param index its place among the event's examples */
    public record Example(String event, int index, JsonNode payload) {
        public byte[] body() {
            return payload.toString().getBytes(StandardCharsets.UTF_8);
        }

        public String action() {
            return payload.path("action").asString("");
        }

        @Override
        public String toString() {
            return "%s[%d] %s".formatted(event, index, action());
        }
    }

    public static List<Example> all() {
        try (InputStream packed = Examples.class.getResourceAsStream("/octokit/webhooks-examples.json.gz");
                InputStream json = new GZIPInputStream(packed)) {
            List<Example> examples = new ArrayList<>();
            for (JsonNode event : new JsonMapper().readTree(json)) {
                int index = 0;
                for (JsonNode payload : event.get("examples")) {
                    examples.add(new Example(event.get("name").asString(), index++, payload));
                }
            }
            return examples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Example of(String event, int index) {
        return all().stream()
                .filter(example -> example.event().equals(event) && example.index() == index)
                .findFirst()
                .orElseThrow();
    }
}
