package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Validation;
import dev.nanokit.engine.source.Problem;
import tools.jackson.core.JsonGenerator;

/** {@code nkapp validate --json}: each problem once, with the environments that have it. */
final class ValidationJson {
    private ValidationJson() {}

    static void write(Validation validation, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("file", validation.file());
        out.writeStringProperty("project", validation.project());
        out.writeBooleanProperty("valid", validation.isValid());
        out.writeArrayPropertyStart("environments");
        for (Validation.Checked checked : validation.environments()) {
            out.writeStartObject();
            out.writeStringProperty("name", checked.environment());
            out.writeStringProperty("provider", checked.provider());
            out.writeBooleanProperty("valid", checked.problems().stream().noneMatch(Problem::isError));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayPropertyStart("problems");
        for (Problem problem : validation.problems()) {
            out.writeStartObject();
            FailureJson.problem(problem, out);
            out.writeArrayPropertyStart("environments");
            validation.environmentsWith(problem).forEach(out::writeString);
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
