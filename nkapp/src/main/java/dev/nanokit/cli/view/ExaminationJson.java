package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Examination;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** {@code nkapp doctor --json}. */
final class ExaminationJson {
    private ExaminationJson() {}

    static void write(Examination examination, JsonGenerator out) {
        out.writeStartObject();
        out.writeBooleanProperty("healthy", examination.isHealthy());
        out.writeArrayPropertyStart("findings");
        for (Examination.Finding finding : examination.findings()) {
            out.writeStartObject();
            out.writeStringProperty("subject", finding.subject());
            out.writeStringProperty("verdict", finding.verdict().name().toLowerCase(Locale.ROOT));
            out.writeStringProperty("found", finding.found());
            out.writeStringProperty("fix", finding.fix());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
