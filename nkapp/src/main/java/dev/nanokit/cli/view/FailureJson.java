package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** What went wrong, as the property {@code error} of the object that is being written. */
final class FailureJson {
    private FailureJson() {}

    static void write(Failure failure, JsonGenerator out) {
        out.writeObjectPropertyStart("error");
        out.writeStringProperty("code", failure.code());
        out.writeNumberProperty("exitStatus", failure.status().code());
        out.writeStringProperty("what", failure.what());
        out.writeStringProperty("why", failure.why());
        out.writeArrayPropertyStart("fix");
        failure.fix().forEach(out::writeString);
        out.writeEndArray();
        problems(failure.problems(), out);
        out.writeEndObject();
    }

    /** The property {@code problems}. */
    static void problems(List<Problem> problems, JsonGenerator out) {
        out.writeArrayPropertyStart("problems");
        for (Problem problem : problems) {
            out.writeStartObject();
            problem(problem, out);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static void problem(Problem problem, JsonGenerator out) {
        out.writeStringProperty("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        out.writeStringProperty("file", problem.place().file());
        out.writeNumberProperty("line", problem.place().line());
        out.writeNumberProperty("column", problem.place().column());
        out.writeStringProperty("what", problem.what());
        out.writeStringProperty("why", problem.why());
        out.writeStringProperty("fix", problem.fix());
    }
}
