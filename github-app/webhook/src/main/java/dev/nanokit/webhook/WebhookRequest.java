package dev.nanokit.webhook;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it arrived, before anything about it is believed.
 *
 * @param headers by name; looked up without regard to case
 * @param body the raw bytes that the signature is of
 */
public record WebhookRequest(Map<String, String> headers, byte[] body) {
    public WebhookRequest {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        headers = Collections.unmodifiableMap(copy);
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
