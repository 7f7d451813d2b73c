package dev.nanokit.cli.github.receive;

import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.trigger.MalformedPayloadException;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A delivery's payload in a file. */
final class PayloadFile {
    private static final List<String> EVENTS = List.of(
            "pull_request",
            "issue_comment",
            "check_run",
            "check_suite",
            "merge_group",
            "push",
            "installation",
            "installation_repositories");

    private PayloadFile() {}

    /** @throws Refusal when the event is none that Nanokit hears, or the file is no payload of it */
    static Trigger read(String event, Path file) {
        if (!EVENTS.contains(event)) {
            throw new Refusal(Failure.usage(
                    "Nanokit does nothing on the event '" + event + "'",
                    "",
                    "use one of: " + String.join(", ", EVENTS)));
        }
        try {
            return TriggerParser.parse(event, bytes(file));
        } catch (MalformedPayloadException e) {
            throw new Refusal(Failure.usage(
                    file + " is no payload of the event " + event,
                    String.valueOf(e.getMessage()),
                    "take it from the App's page at GitHub (Advanced, Recent Deliveries, Payload)"));
        }
    }

    private static byte[] bytes(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(Failure.usage("there is no file " + file, "", "see what --payload names"));
        }
        try {
            if (Files.size(file) > WebhookIntake.MAX_BODY_BYTES) {
                throw new Refusal(Failure.usage(file + " is larger than the 25 MB that GitHub sends", ""));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal(Failure.failed(
                    "io", file + " can't be read", String.valueOf(e.getMessage()), "see who may read it"));
        }
    }
}
