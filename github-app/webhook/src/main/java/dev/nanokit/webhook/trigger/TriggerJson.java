package dev.nanokit.webhook.trigger;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Triggers as JSON: the input of a workflow, and what the journal keeps. */
public final class TriggerJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private TriggerJson() {}

    /** One object on one line, with the kind of trigger as {@code type}. */
    public static String write(Trigger trigger) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            new TriggerWriter(out).write(trigger);
        }
        return text.toString();
    }

    /** @throws MalformedPayloadException when it is not what {@link #write} writes */
    public static Trigger read(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new TriggerReader(PayloadReader.read(bytes, TriggerReader.WANTED)).read();
    }
}
