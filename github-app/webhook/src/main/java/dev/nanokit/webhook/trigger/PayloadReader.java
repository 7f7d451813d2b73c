package dev.nanokit.webhook.trigger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a payload in one pass, and keeps of it only what is wanted. The rest is never made into objects. */
final class PayloadReader {
    /** How deep GitHub's payloads go is about ten. */
    private static final int MAX_DEPTH = 100;

    /** How many elements of one array are kept. */
    private static final int MAX_ELEMENTS = 1000;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final JsonParser parser;
    private final Map<String, List<Object>> values = new HashMap<>();

    private PayloadReader(JsonParser parser) {
        this.parser = parser;
    }

    /** @throws MalformedPayloadException when it is not one whole JSON object, or is nested too deeply */
    static Payload read(byte[] body, FieldTree wanted) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            PayloadReader reader = new PayloadReader(parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedPayloadException("the payload is not a JSON object");
            }
            reader.readObject(wanted);
            if (parser.nextToken() != null) {
                throw new MalformedPayloadException("the payload goes on after its end");
            }
            return new Payload(reader.values);
        } catch (JacksonException e) {
            throw new MalformedPayloadException("the payload is not JSON, or is nested too deeply");
        }
    }

    private void readObject(FieldTree wanted) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            FieldTree child = wanted.child(name);
            parser.nextToken();
            if (child == null) {
                parser.skipChildren();
            } else {
                readValue(child);
            }
        }
    }

    private void readValue(FieldTree wanted) {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                keep(wanted, true);
                if (wanted.hasChildren()) {
                    readObject(wanted);
                } else {
                    parser.skipChildren();
                }
            }
            case START_ARRAY -> readArray(wanted);
            case VALUE_STRING -> keep(wanted, parser.getString());
            case VALUE_NUMBER_INT -> keep(wanted, parser.getLongValue());
            case VALUE_TRUE, VALUE_FALSE -> keep(wanted, parser.getBooleanValue());
            default -> {}
        }
    }

    private void readArray(FieldTree wanted) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_ARRAY) {
                parser.skipChildren();
            } else {
                readValue(wanted);
            }
        }
    }

    private void keep(FieldTree wanted, Object value) {
        if (!wanted.isWanted()) {
            return;
        }
        List<Object> kept = values.computeIfAbsent(wanted.path(), path -> new ArrayList<>(1));
        if (kept.size() < MAX_ELEMENTS) {
            kept.add(value);
        }
    }
}
