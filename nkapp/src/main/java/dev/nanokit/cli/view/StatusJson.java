package dev.nanokit.cli.view;

import dev.nanokit.cli.report.StatusReport;
import dev.nanokit.cli.report.StatusReport.Found;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** {@code nkapp status --json}. Specs and outputs are left out: they are the plan's to show. */
final class StatusJson {
    private final JsonGenerator out;

    StatusJson(JsonGenerator out) {
        this.out = out;
    }

    void write(StatusReport report) {
        out.writeStartObject();
        out.writeStringProperty("project", report.project());
        out.writeStringProperty("environment", report.environment());
        out.writeStringProperty("component", report.component());
        nullable("repository", report.repository());
        out.writeNumberProperty("serial", report.serial());
        nullable("commit", report.commit().filter(commit -> !commit.isEmpty()));
        out.writeStringProperty("state", report.state());
        out.writeArrayPropertyStart("resources");
        report.resources().forEach(this::resource);
        out.writeEndArray();
        out.writeArrayPropertyStart("otherComponents");
        report.others().forEach(this::other);
        out.writeEndArray();
        new LockJson(out).locks("locks", report.locks());
        report.unreachable().ifPresent(failure -> FailureJson.write(failure, out));
        out.writeEndObject();
    }

    private void resource(Found found) {
        out.writeStartObject();
        out.writeStringProperty("type", found.recorded().key().type());
        out.writeStringProperty("name", found.recorded().key().name());
        out.writeStringProperty("section", found.recorded().section().name().toLowerCase(Locale.ROOT));
        out.writeStringProperty("phase", found.recorded().phase().name().toLowerCase(Locale.ROOT));
        out.writeStringProperty("presence", found.presence().name().toLowerCase(Locale.ROOT));
        nullable("id", found.providerId());
        out.writeNumberProperty("serial", found.recorded().serial());
        out.writeEndObject();
    }

    private void other(StatusReport.OtherComponent other) {
        out.writeStartObject();
        out.writeStringProperty("name", other.name());
        out.writeStringProperty("repository", other.repository());
        out.writeNumberProperty("serial", other.serial());
        out.writeNumberProperty("resources", other.resources());
        out.writeEndObject();
    }

    private void nullable(String name, Optional<String> text) {
        if (text.isPresent()) {
            out.writeStringProperty(name, text.get());
        } else {
            out.writeNullProperty(name);
        }
    }
}
