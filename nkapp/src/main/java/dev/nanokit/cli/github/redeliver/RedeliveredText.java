package dev.nanokit.cli.github.redeliver;

import dev.nanokit.cli.terminal.Durations;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.AppDeliveries.Attempt;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Says what will be delivered again. */
final class RedeliveredText {
    private RedeliveredText() {}

    static String plain(Redelivered result, Duration span) {
        int failed = result.asked().size() + result.refused().size();
        if (failed == 0) {
            return "✓ Everything of the last " + Durations.coarse(span) + " has arrived.\n";
        }
        StringBuilder text = new StringBuilder();
        result.asked()
                .forEach(attempt -> text.append("↻ ").append(line(attempt)).append('\n'));
        result.refused()
                .forEach(refused -> text.append("✗ ")
                        .append(line(refused.attempt()))
                        .append(": ")
                        .append(Printable.line(refused.why()))
                        .append('\n'));
        return text.append("GitHub sends ")
                .append(result.asked().size())
                .append(" of ")
                .append(failed)
                .append(failed == 1 ? " delivery" : " deliveries")
                .append(" again.\n")
                .toString();
    }

    private static String line(Attempt attempt) {
        String action = attempt.action().map(" "::concat).orElse("");
        String answer = attempt.statusCode() == 0 ? attempt.status() : String.valueOf(attempt.statusCode());
        return Printable.line(
                attempt.deliveredAt() + "  " + attempt.event() + action + "  " + attempt.guid() + "  (" + answer + ")");
    }

    static String json(Redelivered result) {
        return JsonText.pretty(out -> {
                    out.writeStartObject();
                    out.writeArrayPropertyStart("redelivered");
                    result.asked().forEach(attempt -> write(out, attempt, Optional.empty()));
                    out.writeEndArray();
                    out.writeArrayPropertyStart("refused");
                    result.refused().forEach(refused -> write(out, refused.attempt(), Optional.of(refused.why())));
                    out.writeEndArray();
                    out.writeEndObject();
                })
                + "\n";
    }

    private static void write(JsonGenerator out, Attempt attempt, Optional<String> why) {
        out.writeStartObject();
        out.writeNumberProperty("id", attempt.id());
        out.writeStringProperty("guid", attempt.guid());
        out.writeStringProperty("event", attempt.event());
        attempt.action().ifPresent(action -> out.writeStringProperty("action", action));
        out.writeStringProperty("delivered_at", attempt.deliveredAt().toString());
        out.writeNumberProperty("status_code", attempt.statusCode());
        out.writeStringProperty("status", attempt.status());
        why.ifPresent(text -> out.writeStringProperty("why", text));
        out.writeEndObject();
    }
}
