package dev.nanokit.webhook;

import java.util.HashMap;
import java.util.Map;

/** Makes requests as GitHub does. */
final class Deliveries {
    static final String SECRET = "It's a Secret to Everybody";
    static final String ID = "72d3162e-cc78-11e3-81ab-4c9367dc0958";

    private Deliveries() {}

    static WebhookRequest signed(String event, byte[] body) {
        return signed(ID, event, body);
    }

    static WebhookRequest signed(String id, String event, byte[] body) {
        return new WebhookRequest(headers(id, event, sign(body)), body);
    }

    static Map<String, String> headers(String id, String event, String signature) {
        return new HashMap<>(Map.of(
                "Content-Type", "application/json",
                "X-GitHub-Delivery", id,
                "X-GitHub-Event", event,
                "X-Hub-Signature-256", signature));
    }

    static String sign(byte[] body) {
        return WebhookSecrets.of(java.util.List.of(SECRET)).sign(body);
    }
}
