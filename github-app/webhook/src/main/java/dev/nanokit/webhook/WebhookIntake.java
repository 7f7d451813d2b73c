package dev.nanokit.webhook;

import dev.nanokit.state.table.TableException;
import dev.nanokit.webhook.Receipt.Outcome;
import dev.nanokit.webhook.trigger.MalformedPayloadException;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerParser;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes GitHub's webhooks: checks the size, then the signature of the raw bytes, and only then looks at what they say.
 * The same for the Lambda function and for {@code nkapp github serve}. Safe for use by many threads.
 */
public final class WebhookIntake {
    /** The largest payload that GitHub sends, in bytes. */
    public static final int MAX_BODY_BYTES = 25 * 1024 * 1024;

    private final Supplier<WebhookSecrets> secrets;
    private final WorkflowStarter starter;
    private final ReceiptListener listener;

    /**
     * @param secrets asked at each request, so that they can be changed while this runs
     * @param starter may throw {@link NotStartedException} or {@link TableException}
     */
    public WebhookIntake(Supplier<WebhookSecrets> secrets, WorkflowStarter starter, ReceiptListener listener) {
        this.secrets = secrets;
        this.starter = starter;
        this.listener = listener;
    }

    /** Never throws: what fails here is answered with 503, so that GitHub shows it as failed and can send it again. */
    public WebhookAnswer receive(WebhookRequest request) {
        DeliveryHeaders headers = DeliveryHeaders.of(request);
        Receipt receipt;
        try {
            receipt = take(headers, request);
        } catch (NotStartedException | TableException e) {
            receipt = notWritten(headers, e.getMessage());
        } catch (RuntimeException e) {
            receipt = notWritten(headers, Failures.place(e));
        }
        listener.answered(receipt);
        return receipt.answer();
    }

    /** For a body that is not worth reading to its end: answers as {@link #receive} would. */
    public WebhookAnswer refuseAsTooLarge(WebhookRequest requestWithoutBody) {
        Receipt receipt = tooLarge(DeliveryHeaders.of(requestWithoutBody));
        listener.answered(receipt);
        return receipt.answer();
    }

    private Receipt take(DeliveryHeaders headers, WebhookRequest request) {
        if (request.body().length > MAX_BODY_BYTES) {
            return tooLarge(headers);
        }
        Optional<String> signature = request.header("X-Hub-Signature-256");
        if (signature.isEmpty()) {
            return badSignature(headers, "there is no signature: set a webhook secret in the App's settings");
        }
        if (!secrets.get().signed(request.body(), signature.get())) {
            return badSignature(headers, "no secret that is set here made the signature");
        }
        return signedByGitHub(headers, request);
    }

    private Receipt signedByGitHub(DeliveryHeaders headers, WebhookRequest request) {
        if (headers.event().isEmpty() || headers.id().isEmpty()) {
            return malformed(headers, "X-GitHub-Event or X-GitHub-Delivery is missing or malformed");
        }
        if (request.header("Content-Type").filter(WebhookIntake::isForm).isPresent()) {
            return malformed(headers, "a form: set the webhook's content type to application/json");
        }
        try {
            Trigger trigger = TriggerParser.parse(headers.event().get(), request.body());
            if (trigger instanceof Trigger.Ignored) {
                return receipt(headers, Outcome.IGNORED, new WebhookAnswer(202, "of no concern"), "");
            }
            starter.start(WorkName.of(headers.id().get(), trigger), trigger);
            return receipt(headers, Outcome.STARTED, new WebhookAnswer(202, "taken"), "");
        } catch (MalformedPayloadException e) {
            return malformed(headers, e.getMessage());
        }
    }

    private static boolean isForm(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
    }

    private static Receipt tooLarge(DeliveryHeaders headers) {
        WebhookAnswer answer = new WebhookAnswer(413, "larger than the 25 MB that GitHub sends");
        return receipt(headers, Outcome.TOO_LARGE, answer, "");
    }

    private static Receipt badSignature(DeliveryHeaders headers, String detail) {
        return receipt(headers, Outcome.BAD_SIGNATURE, new WebhookAnswer(401, "bad signature"), detail);
    }

    private static Receipt malformed(DeliveryHeaders headers, String why) {
        return receipt(headers, Outcome.MALFORMED, new WebhookAnswer(400, why), why);
    }

    private static Receipt notWritten(DeliveryHeaders headers, String why) {
        return receipt(headers, Outcome.NOT_WRITTEN, new WebhookAnswer(503, "could not be written down"), why);
    }

    private static Receipt receipt(DeliveryHeaders headers, Outcome outcome, WebhookAnswer answer, String detail) {
        return new Receipt(headers.id(), headers.event(), outcome, answer, detail);
    }
}
