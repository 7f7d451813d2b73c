package dev.nanokit.server.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.server.Triggers;
import dev.nanokit.server.journal.Entry;
import dev.nanokit.webhook.Receipt;
import dev.nanokit.webhook.Receipt.Outcome;
import dev.nanokit.webhook.WebhookAnswer;
import dev.nanokit.webhook.log.JsonLog;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogTest {
    private static final Entry ENTRY = new Entry("1", "comment-1", Triggers.comment(1, 1), 2);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonLog log = new JsonLog(
            new PrintStream(out, true, StandardCharsets.UTF_8), () -> Instant.parse("2026-11-24T12:00:00Z"));
    private final EventLog events = new EventLog(log);

    @Test
    void takenDeliveryIsOneLine() {
        events.answered(new Receipt(
                Optional.of("72d3162e"), Optional.of("push"), Outcome.STARTED, new WebhookAnswer(202, "taken"), ""));

        assertThat(lines())
                .isEqualTo("{\"time\":\"2026-11-24T12:00:00Z\",\"level\":\"INFO\",\"event\":\"delivery\","
                        + "\"delivery\":\"72d3162e\",\"github_event\":\"push\",\"outcome\":\"STARTED\","
                        + "\"status\":202}\n");
    }

    @Test
    void deliveryOfNoConcernIsNotLogged() {
        events.answered(new Receipt(
                Optional.of("72d3162e"),
                Optional.of("star"),
                Outcome.IGNORED,
                new WebhookAnswer(202, "of no concern"),
                ""));

        assertThat(lines()).isEmpty();
    }

    @Test
    void failureTellsWhyWhereAndWhenItIsTriedAgain() {
        events.failed(ENTRY, new IllegalStateException("GitHub is down"), Duration.ofSeconds(5));

        assertThat(lines())
                .contains("\"level\":\"WARN\",\"event\":\"failed\",\"work\":\"comment-1\"")
                .contains("\"trigger\":\"CommentCreated\",\"attempt\":2,\"again_in_ms\":5000")
                .contains("\"cause\":\"GitHub is down\",\"at\":\"IllegalStateException at ");
    }

    @Test
    void workThatWasSetAsideIsAnErrorThatSaysWhatToDo() {
        events.parked(ENTRY, null);

        assertThat(lines()).contains("\"level\":\"ERROR\",\"event\":\"parked\"").contains("nkapp github redeliver");
    }

    @Test
    void whatAnAttackerWritesStaysInItsLine() {
        log.write(JsonLog.Level.INFO, "test", Map.of("text", "a\r\n{\"level\":\"ERROR\"}\u001b[31m\u2028\"\\ü🚀"));

        assertThat(lines())
                .endsWith("\"text\":\"a\\r\\n{\\\"level\\\":\\\"ERROR\\\"}\\u001B[31m\\u2028\\\"\\\\\\u00FC"
                        + "\\uD83D\\uDE80\"}\n")
                .hasLineCount(1);
    }

    @Test
    void longTextIsCut() {
        log.write(JsonLog.Level.INFO, "test", Map.of("text", "x".repeat(100_000)));

        assertThat(lines()).hasSizeLessThan(1100);
    }

    private String lines() {
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
