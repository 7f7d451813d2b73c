package dev.nanokit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.state.table.TableException;
import dev.nanokit.webhook.Receipt.Outcome;
import dev.nanokit.webhook.trigger.Examples;
import dev.nanokit.webhook.trigger.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookIntakeTest {
    private static final byte[] SYNCHRONIZE = Examples.of("pull_request", 22).body();

    private final Recorder recorder = new Recorder();
    private final WebhookSecrets secrets = WebhookSecrets.of(List.of(Deliveries.SECRET));
    private final WebhookIntake intake = new WebhookIntake(() -> secrets, recorder, recorder);

    @Test
    void signedDeliveryStartsItsWork() {
        WebhookAnswer answer = intake.receive(Deliveries.signed("pull_request", SYNCHRONIZE));

        assertThat(answer).isEqualTo(new WebhookAnswer(202, "taken"));
        assertThat(recorder.names).containsExactly("delivery-" + Deliveries.ID);
        assertThat(recorder.triggers).singleElement().isInstanceOf(Trigger.PullRequestChanged.class);
        assertThat(recorder.receipts)
                .containsExactly(new Receipt(
                        Optional.of(Deliveries.ID), Optional.of("pull_request"), Outcome.STARTED, answer, ""));
    }

    @Test
    void everyExampleIsTakenOrOfNoConcern() {
        Examples.all()
                .forEach(example -> assertThat(intake.receive(Deliveries.signed(example.event(), example.body()))
                                .status())
                        .as(example.toString())
                        .isEqualTo(202));

        long started = recorder.receipts.stream()
                .filter(receipt -> receipt.outcome() == Outcome.STARTED)
                .count();
        assertThat(recorder.names).hasSize((int) started).hasSizeBetween(30, 40);
        assertThat(recorder.receipts).hasSize(329);
    }

    @Test
    void bodyChangedAfterItWasSignedIsRefused() {
        byte[] changed = new String(SYNCHRONIZE, StandardCharsets.UTF_8)
                .replace("synchronize", "reopened")
                .getBytes(StandardCharsets.UTF_8);

        assertRefused(changed, Deliveries.sign(SYNCHRONIZE));
    }

    @Test
    void bodyCutAfterItWasSignedIsRefused() {
        assertRefused(Arrays.copyOf(SYNCHRONIZE, SYNCHRONIZE.length - 1), Deliveries.sign(SYNCHRONIZE));
    }

    @Test
    void signatureOfAnotherSecretIsRefused() {
        assertRefused(SYNCHRONIZE, WebhookSecrets.of(List.of("guess")).sign(SYNCHRONIZE));
    }

    @Test
    void bodyIsNotLookedAtBeforeItsSignatureHolds() {
        assertRefused("not JSON".getBytes(StandardCharsets.UTF_8), "sha256=" + "0".repeat(64));
    }

    private void assertRefused(byte[] body, String signature) {
        WebhookRequest request = new WebhookRequest(Deliveries.headers(Deliveries.ID, "pull_request", signature), body);

        assertThat(intake.receive(request)).isEqualTo(new WebhookAnswer(401, "bad signature"));
        assertThat(recorder.names).isEmpty();
    }

    @Test
    void unsignedDeliveryIsRefusedAndTheLogSaysWhatToDo() {
        Map<String, String> headers = Deliveries.headers(Deliveries.ID, "pull_request", "");
        headers.remove("X-Hub-Signature-256");

        assertThat(intake.receive(new WebhookRequest(headers, SYNCHRONIZE)).status())
                .isEqualTo(401);
        assertThat(recorder.receipts)
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.detail()).contains("set a webhook secret"));
    }

    @Test
    void oldSignatureHeaderAloneIsNotEnough() {
        Map<String, String> headers = Deliveries.headers(Deliveries.ID, "pull_request", "");
        headers.put("X-Hub-Signature", headers.remove("X-Hub-Signature-256"));

        assertThat(intake.receive(new WebhookRequest(headers, SYNCHRONIZE)).status())
                .isEqualTo(401);
    }

    @Test
    void headersAreFoundInAnyCase() {
        Map<String, String> headers = Map.of(
                "x-github-delivery",
                Deliveries.ID,
                "x-github-event",
                "pull_request",
                "x-hub-signature-256",
                Deliveries.sign(SYNCHRONIZE));

        assertThat(intake.receive(new WebhookRequest(headers, SYNCHRONIZE)).status())
                .isEqualTo(202);
        assertThat(recorder.names).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../x", "id\r\nX-Evil: 1", "\u00fc"})
    void deliveryIdThatIsNoneIsMalformedAndNotLogged(String id) {
        assertThat(intake.receive(Deliveries.signed(id, "pull_request", SYNCHRONIZE))
                        .status())
                .isEqualTo(400);
        assertThat(recorder.receipts)
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.deliveryId()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Pull_Request", "pull request", "pull_request\n"})
    void eventNameThatIsNoneIsMalformedAndNotLogged(String event) {
        assertThat(intake.receive(Deliveries.signed(event, SYNCHRONIZE)).status())
                .isEqualTo(400);
        assertThat(recorder.receipts)
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.event()).isEmpty());
    }

    @Test
    void formIsMalformedAndTheAnswerSaysWhatToSet() {
        byte[] body = "payload=%7B%7D".getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Deliveries.headers(Deliveries.ID, "push", Deliveries.sign(body));
        headers.put("Content-Type", "application/x-www-form-urlencoded");

        WebhookAnswer answer = intake.receive(new WebhookRequest(headers, body));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.message()).contains("set the webhook's content type to application/json");
    }

    @Test
    void payloadThatIsNoneIsMalformedAndNotQuoted() {
        byte[] body = "{\"action\":\"opened\",\"number\":\"<b>secret</b>\"}".getBytes(StandardCharsets.UTF_8);

        WebhookAnswer answer = intake.receive(Deliveries.signed("pull_request", body));

        assertThat(answer).isEqualTo(new WebhookAnswer(400, "the field repository.owner.id is missing"));
    }

    @Test
    void largestBodyIsTaken() {
        byte[] body = padded(WebhookIntake.MAX_BODY_BYTES);

        assertThat(intake.receive(Deliveries.signed("pull_request", body)).status())
                .isEqualTo(202);
        assertThat(recorder.triggers).singleElement().isInstanceOf(Trigger.PullRequestChanged.class);
    }

    @Test
    void largerBodyIsRefusedWhoeverSignedIt() {
        byte[] body = padded(WebhookIntake.MAX_BODY_BYTES + 1);

        assertThat(intake.receive(Deliveries.signed("pull_request", body)).status())
                .isEqualTo(413);
        assertThat(recorder.names).isEmpty();
    }

    /** The payload with a field before its others that makes it so long. */
    private static byte[] padded(int length) {
        byte[] body = new byte[length];
        Arrays.fill(body, (byte) 'x');
        byte[] head = "{\"body\":\"".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, body, 0, head.length);
        int tail = length - SYNCHRONIZE.length;
        System.arraycopy(SYNCHRONIZE, 0, body, tail, SYNCHRONIZE.length);
        body[tail] = ',';
        body[tail - 1] = '"';
        return body;
    }

    @Test
    void workThatCannotBeWrittenDownIsToBeSentAgain() {
        recorder.failure = Optional.of(new TableException("the disk is full", true, "Make room.", null));

        assertThat(intake.receive(Deliveries.signed("pull_request", SYNCHRONIZE)))
                .isEqualTo(new WebhookAnswer(503, "could not be written down"));
        assertThat(recorder.receipts).singleElement().satisfies(receipt -> {
            assertThat(receipt.outcome()).isEqualTo(Outcome.NOT_WRITTEN);
            assertThat(receipt.detail()).isEqualTo("the disk is full");
        });
    }

    @Test
    void unexpectedFailureIsToldWithoutItsMessage() {
        recorder.failure = Optional.of(new IllegalStateException("quoting " + Deliveries.SECRET));

        WebhookAnswer answer = intake.receive(Deliveries.signed("pull_request", SYNCHRONIZE));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(recorder.receipts)
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.detail())
                        .startsWith("IllegalStateException at dev.nanokit.webhook.WebhookIntakeTest.")
                        .doesNotContain(Deliveries.SECRET));
    }
}
