package dev.nanokit.provider.aws.iam;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A policy as IAM takes and answers it. */
final class PolicyDocument {
    private PolicyDocument() {}

    static String json(Value document) {
        return ValueJson.write(document);
    }

    /** Reads what IAM answers, which is encoded as in a URL. */
    static Value parse(String encoded) {
        String json = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        try {
            return ValueJson.read(json);
        } catch (IllegalArgumentException e) {
            return Value.text(json);
        }
    }
}
