package dev.nanokit.webhook;

import java.util.Optional;

/**
 * What became of a request, for the log and the metrics. Holds nothing of the request but two headers, and these only
 * where they have the form that GitHub gives them.
 *
 * @param deliveryId GitHub's id of the delivery; empty where the request has none that could be one
 * @param event GitHub's name of the event; empty where the request has none that could be one
 * @param detail why, where the answer does not say it: in our own words
 */
public record Receipt(
        Optional<String> deliveryId, Optional<String> event, Outcome outcome, WebhookAnswer answer, String detail) {
    /** What became of it. */
    public enum Outcome {
        /** The work is written down, or was before. */
        STARTED,
        /** Signed by GitHub, and of no concern. */
        IGNORED,
        BAD_SIGNATURE,
        TOO_LARGE,
        MALFORMED,
        /** Could not be written down. GitHub shows it as failed, and can deliver it again. */
        NOT_WRITTEN
    }
}
