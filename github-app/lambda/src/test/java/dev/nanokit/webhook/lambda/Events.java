package dev.nanokit.webhook.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import dev.nanokit.webhook.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Events as API Gateway makes them of GitHub's requests: header names in lower case. */
final class Events {
    static final String SECRET = "It's a Secret to Everybody";
    static final String PUSH = """
            {"ref":"refs/heads/main","after":"%s","repository":{"full_name":"acme/shop","default_branch":"main",
            "owner":{"id":42}},"installation":{"id":7},"sender":{"login":"øctocat","type":"User"}}""".formatted("ab".repeat(20));

    private Events() {}

    static APIGatewayV2HTTPEvent push(String delivery, String body, String signature) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey("POST /webhook")
                .withHeaders(Map.of(
                        "content-type",
                        "application/json",
                        "x-github-delivery",
                        delivery,
                        "x-github-event",
                        "push",
                        "x-hub-signature-256",
                        signature))
                .withBody(body)
                .withIsBase64Encoded(false)
                .build();
    }

    static APIGatewayV2HTTPEvent signedPush(String delivery) {
        return push(delivery, PUSH, sign(SECRET, PUSH));
    }

    static APIGatewayV2HTTPEvent inBase64(APIGatewayV2HTTPEvent event) {
        event.setBody(Base64.getEncoder().encodeToString(event.getBody().getBytes(StandardCharsets.UTF_8)));
        event.setIsBase64Encoded(true);
        return event;
    }

    static String sign(String secret, String body) {
        return WebhookSecrets.of(List.of(secret)).sign(body.getBytes(StandardCharsets.UTF_8));
    }
}
