package dev.nanokit.cli.github.receive;

import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.CheckRun;
import java.util.Collection;
import java.util.Locale;
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
        array("check_runs", posted.checks(), this::check);
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

    private void check(CheckRun check) {
        out.writeStringProperty("name", check.name());
        out.writeStringProperty("head_sha", check.headSha());
        out.writeStringProperty("external_id", check.externalId());
        out.writeStringProperty("status", word(check.status()));
        check.conclusion().ifPresent(conclusion -> out.writeStringProperty("conclusion", word(conclusion)));
        check.detailsUrl().ifPresent(url -> out.writeStringProperty("details_url", url));
        out.writeObjectPropertyStart("output");
        out.writeStringProperty("title", check.title());
        out.writeStringProperty("summary", check.summary());
        if (!check.text().isEmpty()) {
            out.writeStringProperty("text", check.text());
        }
        array("annotations", check.annotations(), this::annotation);
        out.writeEndObject();
        array("actions", check.actions(), action -> {
            out.writeStringProperty("label", action.label());
            out.writeStringProperty("description", action.description());
            out.writeStringProperty("identifier", action.identifier());
        });
    }

    private void annotation(CheckRun.Annotation annotation) {
        out.writeStringProperty("path", annotation.path());
        out.writeNumberProperty("start_line", annotation.startLine());
        out.writeNumberProperty("end_line", annotation.endLine());
        out.writeStringProperty("annotation_level", word(annotation.level()));
        out.writeStringProperty("title", annotation.title());
        out.writeStringProperty("message", annotation.message());
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
