package dev.nanokit.server.http;

import dev.nanokit.server.http.BodyReader.Body;
import dev.nanokit.server.http.BodyReader.TooLargeException;
import dev.nanokit.webhook.WebhookAnswer;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.OptionalLong;

/** {@code POST /webhook}. */
final class WebhookPath {
    private final WebhookIntake intake;
    private final BodyReader bodies;

    WebhookPath(WebhookIntake intake, MemoryBudget budget) {
        this.intake = intake;
        this.bodies = new BodyReader(WebhookIntake.MAX_BODY_BYTES, budget);
    }

    void answer(Exchange exchange, InputStream requestBody) throws IOException {
        Map<String, String> headers = exchange.headers();
        try (Body body = bodies.read(requestBody, declaredLength(headers))) {
            WebhookAnswer answer = intake.receive(new WebhookRequest(headers, body.bytes()));
            exchange.answer(answer.status(), answer.message());
        } catch (TooLargeException e) {
            WebhookAnswer answer = intake.refuseAsTooLarge(new WebhookRequest(headers, new byte[0]));
            exchange.answerAndHangUp(answer.status(), answer.message());
        } catch (MemoryBudget.ExhaustedException e) {
            exchange.answerAndHangUp(503, "too much at once");
        }
    }

    /** The JDK's server has checked that it is a number that is not negative. */
    private static OptionalLong declaredLength(Map<String, String> headers) {
        String length = headers.get("Content-length");
        return length == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(length));
    }
}
