package dev.nanokit.bench.lambda;

import dev.nanokit.engine.value.JsonText;
import dev.nanokit.webhook.WebhookSecrets;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** A push as GitHub signs it and API Gateway passes it on, each under an id of its own. */
final class SignedPush {
    static final String SECRET = "a secret of the benchmark";

    private static final String PUSH = """
            {"ref":"refs/heads/main","after":"%s","repository":{"full_name":"acme/shop","default_branch":"main",\
            "owner":{"id":42}},"installation":{"id":7},"sender":{"login":"octocat","type":"User"}}""".formatted("ab".repeat(20));

    private SignedPush() {}

    static byte[] event() {
        String signature = WebhookSecrets.of(List.of(SECRET)).sign(PUSH.getBytes(StandardCharsets.UTF_8));
        return JsonText.compact(json -> {
                    json.writeStartObject();
                    json.writeStringProperty("version", "2.0");
                    json.writeStringProperty("routeKey", "POST /webhook");
                    json.writeStringProperty("rawPath", "/webhook");
                    json.writeObjectPropertyStart("headers");
                    json.writeStringProperty("content-type", "application/json");
                    json.writeStringProperty(
                            "x-github-delivery", UUID.randomUUID().toString());
                    json.writeStringProperty("x-github-event", "push");
                    json.writeStringProperty("x-hub-signature-256", signature);
                    json.writeEndObject();
                    json.writeStringProperty("body", PUSH);
                    json.writeBooleanProperty("isBase64Encoded", false);
                    json.writeEndObject();
                })
                .getBytes(StandardCharsets.UTF_8);
    }
}
