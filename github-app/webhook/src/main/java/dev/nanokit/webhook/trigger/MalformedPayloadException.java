package dev.nanokit.webhook.trigger;

/** A payload is not what GitHub sends. The message names the field, and holds nothing of the payload. */
public final class MalformedPayloadException extends RuntimeException {
    MalformedPayloadException(String message) {
        super(message);
    }
}
