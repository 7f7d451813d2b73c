package dev.nanokit.stages.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class StepTelemetryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T21:00:00Z");

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final StepTelemetry telemetry = new StepTelemetry(
            new PrintStream(written, true, StandardCharsets.UTF_8), InstantSource.fixed(NOW), "nanokit", "state");

    private String line() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void stepIsOneLineThatNamesItsRunAndWhereItLeads() {
        String answer = telemetry.observe(
                "{\"version\":1,\"step\":\"next\",\"run\":\"delivery-1-abc-1\"}", request -> "{\"next\":\"work\"}");

        assertThat(answer).isEqualTo("{\"next\":\"work\"}");
        assertThat(line())
                .isEqualTo("{\"time\":\"2026-11-24T21:00:00Z\",\"level\":\"INFO\",\"event\":\"step\","
                        + "\"function\":\"state\",\"step\":\"next\",\"run\":\"delivery-1-abc-1\",\"took_ms\":0,"
                        + "\"next\":\"work\"}\n");
    }

    @Test
    void planIsCountedForTheStack() {
        telemetry.observe("{\"step\":\"plan\",\"run\":\"r\"}", request -> "{\"next\":\"finish\"}");

        assertThat(line())
                .contains("\"Stack\":\"nanokit\",\"Plans\":1.0")
                .contains("\"_aws\":{\"Timestamp\":" + NOW.toEpochMilli())
                .contains("\"Namespace\":\"Nanokit\",\"Dimensions\":[[\"Stack\"]]")
                .contains("\"Metrics\":[{\"Name\":\"Plans\",\"Unit\":\"Count\"}]");
    }

    @Test
    void waitForALockIsMeasuredFromItsBeginning() {
        long since = NOW.minusSeconds(90).toEpochMilli();

        telemetry.observe(
                "{\"step\":\"lock\",\"run\":\"r\"}",
                request -> "{\"next\":\"wait\",\"lock\":{\"since\":" + since + "}}");

        assertThat(line()).contains("\"LockWait\":90.0", "\"Unit\":\"Seconds\"");
    }

    @Test
    void failureIsSaidAndCountedAndPassedOn() {
        assertThatThrownBy(() -> telemetry.observe("{\"step\":\"change\",\"run\":\"r\"}", request -> {
                    throw new IllegalStateException("the table is gone");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(line())
                .contains("\"level\":\"ERROR\"", "\"error\":\"IllegalStateException\"", "the table is gone")
                .contains("\"Failures\":1.0");
    }

    @Test
    void whatIsNoRequestIsLeftToTheStepAndStillOneLine() {
        telemetry.observe("not JSON\n{\"step\":\"x\"}", request -> "{}");

        assertThat(line()).hasLineCount(1).contains("\"step\":\"\"");
    }

    @Test
    void runIsFoundWhereTheWorkflowPutsIt() {
        telemetry.observe("{\"step\":\"recover\",\"data\":{\"run\":\"r1\"}}", request -> "{}");
        telemetry.observe("{\"step\":\"open\",\"input\":{\"run\":\"r2\"}}", request -> "{}");

        assertThat(line()).contains("\"run\":\"r1\"", "\"run\":\"r2\"");
    }
}
