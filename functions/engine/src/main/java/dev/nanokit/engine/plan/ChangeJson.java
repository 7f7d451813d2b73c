package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Writes the changes of a plan, in the form that {@link PlanJson} describes. */
final class ChangeJson {
    private final JsonGenerator out;

    ChangeJson(JsonGenerator out) {
        this.out = out;
    }

    void write(Change change, int wave) {
        out.writeStartObject();
        writeHead(change);
        out.writeNumberProperty("wave", wave);
        writeTail(change);
        out.writeEndObject();
    }

    /** One that is in no wave. */
    void writeApart(Change change) {
        out.writeStartObject();
        writeHead(change);
        out.writeNullProperty("wave");
        writeTail(change);
        out.writeEndObject();
    }

    private void writeHead(Change change) {
        out.writeStringProperty("action", change.action().word());
        out.writeStringProperty("type", change.key().type());
        out.writeStringProperty("name", change.key().name());
        PlanJson.writeNullable(out, "id", change.providerId().orElse(null));
        out.writeStringProperty("section", change.section().name().toLowerCase(Locale.ROOT));
    }

    private void writeTail(Change change) {
        out.writeArrayPropertyStart("reasons");
        change.reasons().forEach(out::writeString);
        out.writeEndArray();
        out.writeArrayPropertyStart("fields");
        change.fields().forEach(this::writeField);
        out.writeEndArray();
    }

    private void writeField(FieldChange field) {
        out.writeStartObject();
        out.writeStringProperty("path", field.path());
        out.writeName("before");
        new ShownJson(out, field.sensitive()).write(field.before());
        out.writeName("after");
        new ShownJson(out, field.sensitive()).write(field.after());
        out.writeBooleanProperty("sensitive", field.sensitive());
        out.writeEndObject();
    }

    /** Values as people may see them. */
    private record ShownJson(JsonGenerator out, boolean sensitive) {
        void write(Value value) {
            if (sensitive && !(value instanceof Value.Null || value instanceof Value.Unknown)) {
                out.writeString(Shown.SENSITIVE);
                return;
            }
            switch (value) {
                case Value.Null ignored -> out.writeNull();
                case Value.Bool bool -> out.writeBoolean(bool.value());
                case Value.Num number -> out.writeNumber(ValueJson.write(number));
                case Value.Seq seq -> {
                    out.writeStartArray();
                    seq.items().forEach(this::write);
                    out.writeEndArray();
                }
                case Value.Obj object -> {
                    out.writeStartObject();
                    object.fields().forEach((key, field) -> {
                        out.writeName(key);
                        write(field);
                    });
                    out.writeEndObject();
                }
                default -> out.writeString(Shown.leaf(value));
            }
        }
    }
}
