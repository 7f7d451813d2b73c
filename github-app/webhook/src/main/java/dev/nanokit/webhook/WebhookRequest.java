package dev.nanokit.webhook;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request as it arrived, before anything about it is believed. */
public final class WebhookRequest {
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final byte[] body;

    /** @param body the raw bytes that the signature is of; not copied */
    public WebhookRequest(Map<String, String> headers, byte[] body) {
        this.headers.putAll(headers);
        this.body = body;
    }

    /** The header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public byte[] body() {
        return body;
    }
}
