package dev.nanokit.engine.value;

import java.math.BigDecimal;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** Writes one value in the form of {@link ValueJson}. */
final class ValueWriter {
    /** Numbers with more digits than this, before or after the point, are written with an exponent. */
    private static final int PLAIN_DIGITS = 40;

    private final JsonGenerator out;

    ValueWriter(JsonGenerator out) {
        this.out = out;
    }

    void write(Value value) {
        switch (value) {
            case Value.Null ignored -> out.writeNull();
            case Value.Bool bool -> out.writeBoolean(bool.value());
            case Value.Num number -> out.writeNumber(canonical(number.value()));
            case Value.Text text -> out.writeString(text.value());
            case Value.Seq seq -> writeAll(seq.items());
            case Value.Obj object -> writeFields(object);
            case Value.Ref ref -> writeTagged("$ref", () -> writeRef(ref));
            case Value.Unknown unknown -> writeTagged("$unknown", () -> writeRef(unknown.source()));
            case Value.Template template -> writeTagged("$template", () -> writeAll(template.parts()));
            case Value.Hidden hidden -> writeTagged("$secret", () -> writeSecret(hidden.secret()));
        }
    }

    static String canonical(BigDecimal number) {
        boolean plain = number.scale() <= PLAIN_DIGITS && number.precision() - number.scale() <= PLAIN_DIGITS;
        return plain ? number.toPlainString() : number.toString();
    }

    private void writeAll(List<Value> items) {
        out.writeStartArray();
        items.forEach(this::write);
        out.writeEndArray();
    }

    private void writeFields(Value.Obj object) {
        out.writeStartObject();
        object.fields().forEach((key, value) -> {
            out.writeName(key.startsWith("$") ? "$" + key : key);
            write(value);
        });
        out.writeEndObject();
    }

    private void writeTagged(String tag, Runnable content) {
        out.writeStartObject();
        out.writeName(tag);
        content.run();
        out.writeEndObject();
    }

    private void writeRef(Value.Ref ref) {
        out.writeStartObject();
        out.writeStringProperty("output", ref.output());
        out.writeStringProperty("resource", ref.resource().toString());
        out.writeEndObject();
    }

    private void writeSecret(Secret secret) {
        if (secret.isRevealed()) {
            throw new IllegalStateException(secret + " must be sealed before it is written anywhere");
        }
        out.writeStartObject();
        secret.digest().ifPresent(digest -> out.writeStringProperty("digest", digest));
        out.writeStringProperty("source", secret.source());
        out.writeEndObject();
    }
}
