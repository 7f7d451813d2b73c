package dev.nanokit.webhook;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the headers tell of a delivery. They are not signed: they may choose how a body is read, never what is done.
 *
 * @param id empty where there is none that could be one
 * @param event empty where there is none that could be one
 */
record DeliveryHeaders(Optional<String> id, Optional<String> event) {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern EVENT = Pattern.compile("[a-z0-9_]{1,64}");

    static DeliveryHeaders of(WebhookRequest request) {
        return new DeliveryHeaders(
                request.header("X-GitHub-Delivery")
                        .filter(id -> ID.matcher(id).matches())
                        .map(id -> id.toLowerCase(Locale.ROOT)),
                request.header("X-GitHub-Event")
                        .filter(event -> EVENT.matcher(event).matches()));
    }
}
