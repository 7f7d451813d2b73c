package dev.nanokit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Runs the inputs that are kept beside it. With {@code JAZZER_FUZZ=1} in the environment and {@code -Djazzer.hooks=true}
 * the test that is named ({@code -Dtest=WebhookFuzzTest#signedBody}) looks for new ones for two minutes, and keeps what
 * breaks it.
 */
class WebhookFuzzTest {
    private static final WebhookSecrets SECRETS = WebhookSecrets.of(List.of(Deliveries.SECRET));
    private static final List<String> EVENTS = List.of(
            "pull_request",
            "issue_comment",
            "check_run",
            "check_suite",
            "merge_group",
            "push",
            "installation",
            "installation_repositories");

    /** GitHub's signature does not make a body well-formed. The first byte chooses the event. */
    @FuzzTest(maxDuration = "2m")
    void signedBody(byte[] input) {
        String event = EVENTS.get(input.length == 0 ? 0 : Math.floorMod(input[0], EVENTS.size()));
        byte[] body = Arrays.copyOfRange(input, Math.min(1, input.length), input.length);
        Recorder recorder = new Recorder();
        WebhookIntake intake = new WebhookIntake(() -> SECRETS, recorder, recorder);

        WebhookAnswer answer = intake.receive(Deliveries.signed(event, body));

        assertThat(answer.status()).isIn(202, 400);
        assertThat(recorder.triggers).allSatisfy(WebhookFuzzTest::isKeptWhole);
    }

    private static void isKeptWhole(Trigger trigger) {
        String json = TriggerJson.write(trigger);
        assertThat(TriggerJson.read(json)).isEqualTo(trigger);
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256 * 1024);
    }

    /** Without the secret, whatever is in the headers and the body, nothing is started. */
    @FuzzTest(maxDuration = "2m")
    void unsignedRequest(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n", 4);
        if (parts.length < 4) {
            return;
        }
        Recorder recorder = new Recorder();
        WebhookIntake intake = new WebhookIntake(() -> SECRETS, recorder, recorder);
        Map<String, String> headers = Deliveries.headers(parts[0], parts[1], parts[2]);

        WebhookAnswer answer = intake.receive(new WebhookRequest(headers, parts[3].getBytes(StandardCharsets.UTF_8)));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(recorder.names).isEmpty();
    }
}
