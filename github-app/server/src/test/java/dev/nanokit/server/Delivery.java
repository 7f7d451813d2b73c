package dev.nanokit.server;

import dev.nanokit.webhook.WebhookSecrets;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Deliveries as GitHub posts them. */
final class Delivery {
    static final String SECRET = "It's a Secret to Everybody";

    private Delivery() {}

    /** The push of a branch, signed. */
    static HttpRequest push(InetSocketAddress server, String id, String branch) {
        String body = """
                {"ref":"refs/heads/%s","after":"%s","repository":{"full_name":"acme/shop","default_branch":"main",
                "owner":{"id":42}},"installation":{"id":7},"sender":{"login":"octocat","type":"User"}}""".formatted(branch, "ab".repeat(20));
        return of(server, id, "push", body);
    }

    static HttpRequest of(InetSocketAddress server, String id, String event, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/webhook"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Delivery", id)
                .header("X-GitHub-Event", event)
                .header(
                        "X-Hub-Signature-256",
                        WebhookSecrets.of(List.of(SECRET)).sign(bytes))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
    }
}
