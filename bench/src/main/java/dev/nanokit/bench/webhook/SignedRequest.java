package dev.nanokit.bench.webhook;

import dev.nanokit.webhook.WebhookSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** GitHub's example of a pull request that was pushed to (24 KB; npm, @octokit/webhooks-examples, MIT licence), signed. */
final class SignedRequest {
    static final String SECRET = "a secret of the benchmark";

    private final byte[] body;
    private final String signature;

    SignedRequest() {
        try (InputStream payload = SignedRequest.class.getResourceAsStream("/webhook/pull_request.json")) {
            this.body = payload.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.signature = WebhookSecrets.of(List.of(SECRET)).sign(body);
    }

    /** The bytes of the whole request. The delivery's id is not signed, so each can have its own. */
    byte[] withId(String delivery) {
        byte[] head = """
                POST /webhook HTTP/1.1
                Host: 127.0.0.1
                Content-Type: application/json
                X-GitHub-Event: pull_request
                X-GitHub-Delivery: %s
                X-Hub-Signature-256: %s
                Content-Length: %d

                """.formatted(delivery, signature, body.length)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
