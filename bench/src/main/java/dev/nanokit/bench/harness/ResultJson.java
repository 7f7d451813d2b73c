package dev.nanokit.bench.harness;

import dev.nanokit.engine.value.JsonText;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** All figures of a run, turn by turn, for other programs. */
public final class ResultJson {
    private ResultJson() {}

    public static String of(Machine machine, List<Outcome> outcomes) {
        return JsonText.pretty(json -> {
            json.writeStartObject();
            json.writeStringProperty("machine", machine.toString());
            json.writeArrayPropertyStart("outcomes");
            outcomes.forEach(outcome -> write(outcome, json));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(Outcome outcome, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("title", outcome.title());
        json.writeArrayPropertyStart("notes");
        outcome.notes().forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("lanes");
        for (Outcome.Lane lane : outcome.lanes()) {
            json.writeStartObject();
            json.writeStringProperty("name", lane.name());
            lane.samples().forEach((metric, samples) -> {
                json.writeArrayPropertyStart(metric.heading());
                samples.values().forEach(json::writeNumber);
                json.writeEndArray();
            });
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
