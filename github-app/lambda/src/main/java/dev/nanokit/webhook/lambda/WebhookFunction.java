package dev.nanokit.webhook.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.nanokit.webhook.WebhookAnswer;
import dev.nanokit.webhook.WebhookRequest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Makes API Gateway's event a request, and the answer API Gateway's. */
@Named("webhook")
public class WebhookFunction implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {
    private static final byte[] NONE = {};

    private final IntakeSwitch intake;

    @Inject
    WebhookFunction(IntakeSwitch intake) {
        this.intake = intake;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Map<String, String> headers = Optional.ofNullable(event.getHeaders()).orElse(Map.of());
        WebhookAnswer answer = intake.receive(new WebhookRequest(headers, body(event)));
        return APIGatewayV2HTTPResponse.builder()
                .withStatusCode(answer.status())
                .withHeaders(Map.of("Content-Type", "application/json"))
                .withBody("{\"message\":\"" + answer.message() + "\"}")
                .build();
    }

    /** What is not Base64 though it should be is no body that GitHub has signed. */
    private static byte[] body(APIGatewayV2HTTPEvent event) {
        String body = event.getBody();
        if (body == null) {
            return NONE;
        }
        if (!event.getIsBase64Encoded()) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            return NONE;
        }
    }
}
