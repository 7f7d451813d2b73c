package dev.nanokit.webhook.log;

import java.io.PrintStream;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes a JSON object for each event, one on a line, ASCII only: whatever is in it can't make another line. */
public final class JsonLog {
    private static final int MAX_TEXT = 1000;
    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, String> about;

    /** How much an operator should mind. */
    public enum Level {
        INFO,
        WARN,
        ERROR
    }

    public JsonLog(PrintStream out, InstantSource clock) {
        this(out, clock, Map.of());
    }

    private JsonLog(PrintStream out, InstantSource clock, Map<String, String> about) {
        this.out = out;
        this.clock = clock;
        this.about = about;
    }

    /** The same log, with a field more in every line: what it is all about. */
    public JsonLog about(String name, String value) {
        return new JsonLog(out, clock, Map.of(name, value));
    }

    /** @param fields text, numbers and booleans; text is cut at 1,000 characters */
    public void write(Level level, String event, Map<String, ?> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), line)) {
            json.writeStartObject();
            json.writeStringProperty("time", clock.instant().toString());
            json.writeStringProperty("level", level.name());
            json.writeStringProperty("event", event);
            about.forEach((name, value) -> field(json, name, value));
            fields.forEach((name, value) -> field(json, name, value));
            json.writeEndObject();
        }
        out.println(line);
    }

    private static void field(JsonGenerator json, String name, Object value) {
        switch (value) {
            case Long number -> json.writeNumberProperty(name, number);
            case Integer number -> json.writeNumberProperty(name, number);
            case Boolean flag -> json.writeBooleanProperty(name, flag);
            default -> json.writeStringProperty(name, cut(String.valueOf(value)));
        }
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
    }
}
