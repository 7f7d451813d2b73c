package dev.nanokit.cli.github.receive;

import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.client.repository.CheckJson;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** What would be posted, under the names that GitHub's API gives it. */
final class ReceivedJson {
    private final JsonGenerator out;

    private ReceivedJson(JsonGenerator out) {
        this.out = out;
    }

    static String of(Posted posted) {
        return JsonText.pretty(out -> new ReceivedJson(out).write(posted));
    }

    private void write(Posted posted) {
        out.writeStartObject();
        array("check_runs", posted.checks(), check -> fields(CheckJson.whole(check)));
        array("comments", posted.comments(), comment -> {
            out.writeNumberProperty("issue_number", comment.pullRequest());
            out.writeStringProperty("body", comment.body());
        });
        array("reactions", posted.reactions(), reaction -> {
            out.writeNumberProperty("comment_id", reaction.comment());
            out.writeStringProperty("content", reaction.content());
        });
        array("deployments", posted.deployments(), this::deployment);
        out.writeEndObject();
    }

    private void fields(Map<?, ?> fields) {
        fields.forEach((name, value) -> {
            out.writeName(String.valueOf(name));
            value(value);
        });
    }

    private void value(Object value) {
        switch (value) {
            case Map<?, ?> fields -> {
                out.writeStartObject();
                fields(fields);
                out.writeEndObject();
            }
            case Collection<?> elements -> {
                out.writeStartArray();
                elements.forEach(this::value);
                out.writeEndArray();
            }
            case Integer number -> out.writeNumber(number);
            default -> out.writeString(String.valueOf(value));
        }
    }

    private void deployment(Posted.Deployment deployment) {
        out.writeStringProperty("ref", deployment.sha());
        out.writeStringProperty("environment", deployment.environment());
        out.writeStringProperty("description", deployment.description());
        array("statuses", deployment.statuses(), status -> {
            out.writeStringProperty("state", word(status.state()));
            out.writeStringProperty("description", status.description());
            status.logUrl().ifPresent(url -> out.writeStringProperty("log_url", url));
        });
    }

    private <T> void array(String name, Collection<T> elements, Consumer<T> content) {
        out.writeArrayPropertyStart(name);
        for (T element : elements) {
            out.writeStartObject();
            content.accept(element);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
