package dev.nanokit.webhook;

/**
 * What GitHub gets to read.
 *
 * @param status 202 taken or of no concern, 401 bad signature, 413 too large, 400 malformed, 503 could not be written down
 * @param message one line, never holding anything of the request
 */
public record WebhookAnswer(int status, String message) {}
