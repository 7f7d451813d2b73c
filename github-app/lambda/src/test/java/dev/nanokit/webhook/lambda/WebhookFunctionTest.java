package dev.nanokit.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookSecrets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookFunctionTest {
    private final List<String> started = new ArrayList<>();
    private final WebhookSecrets secrets = WebhookSecrets.of(List.of(Events.SECRET));
    private final WebhookFunction function = new WebhookFunction(
            new IntakeSwitch(new WebhookIntake(() -> secrets, (name, trigger) -> started.add(name), receipt -> {})));

    @Test
    void signedEventStartsItsWork() {
        APIGatewayV2HTTPResponse response = function.handleRequest(Events.signedPush("ABC-1"), null);

        assertThat(response.getStatusCode()).isEqualTo(202);
        assertThat(response.getBody()).isEqualTo("{\"message\":\"taken\"}");
        assertThat(response.getHeaders()).containsEntry("Content-Type", "application/json");
        assertThat(started).containsExactly("delivery-abc-1");
    }

    @Test
    void bodyInBase64IsTheSameBody() {
        assertThat(status(Events.inBase64(Events.signedPush("1")))).isEqualTo(202);
        assertThat(started).hasSize(1);
    }

    @Test
    void bodyThatIsNotTheBase64ItClaimsToBeIsRefused() {
        APIGatewayV2HTTPEvent event = Events.signedPush("1");
        event.setIsBase64Encoded(true);

        assertThat(status(event)).isEqualTo(401);
    }

    @Test
    void signatureOfAnotherSecretIsRefused() {
        assertThat(status(Events.push("1", Events.PUSH, Events.sign("guess", Events.PUSH))))
                .isEqualTo(401);
        assertThat(started).isEmpty();
    }

    @Test
    void eventWithoutHeadersAndBodyIsRefused() {
        assertThat(status(new APIGatewayV2HTTPEvent())).isEqualTo(401);
    }

    private int status(APIGatewayV2HTTPEvent event) {
        return function.handleRequest(event, null).getStatusCode();
    }
}
