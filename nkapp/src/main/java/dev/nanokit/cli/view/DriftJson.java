package dev.nanokit.cli.view;

import dev.nanokit.cli.report.DriftReport;
import dev.nanokit.engine.plan.ChangeList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** {@code nkapp drift --json}: the same form for one environment and for many. */
final class DriftJson {
    private DriftJson() {}

    static void write(List<DriftReport> reports, JsonGenerator out) {
        out.writeStartObject();
        out.writeBooleanProperty("drift", reports.stream().anyMatch(DriftJson::isDrifted));
        out.writeArrayPropertyStart("environments");
        reports.forEach(report -> write(report, out));
        out.writeEndArray();
        out.writeEndObject();
    }

    private static boolean isDrifted(DriftReport report) {
        return report.found().filter(found -> !found.drift().isEmpty()).isPresent();
    }

    private static void write(DriftReport report, JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("project", report.project());
        out.writeStringProperty("environment", report.environment());
        out.writeStringProperty("component", report.component());
        out.writeBooleanProperty("applied", !(report.looked() instanceof DriftReport.NeverApplied));
        switch (report.looked()) {
            case DriftReport.NeverApplied ignored -> {}
            case DriftReport.Unknown(var failure) -> FailureJson.write(failure, out);
            case DriftReport.Found found -> write(found, out);
        }
        out.writeEndObject();
    }

    private static void write(DriftReport.Found found, JsonGenerator out) {
        out.writeBooleanProperty("drift", !found.drift().isEmpty());
        if (found.commit().isEmpty()) {
            out.writeNullProperty("commit");
        } else {
            out.writeStringProperty("commit", found.commit());
        }
        out.writeNumberProperty("serial", found.serial());
        out.writeNumberProperty("resources", found.resources());
        ChangeList.write("byHand", found.drift().byHand(), out);
        ChangeList.write("besides", found.drift().besides(), out);
        out.writeArrayPropertyStart("atWork");
        found.atWork().forEach(holder -> out.writeString(holder.who()));
        out.writeEndArray();
        out.writeArrayPropertyStart("notes");
        found.notes().forEach(out::writeString);
        out.writeEndArray();
    }
}
