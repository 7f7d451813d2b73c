package dev.nanokit.cli.github.setup;

import dev.nanokit.engine.value.JsonText;
import dev.nanokit.github.api.AppPermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the App is to be, as GitHub's manifest says it.
 *
 * @param name proposed; whoever registers it may change it on GitHub's page
 * @param homepage any address that tells of the App
 * @param webhook where GitHub is to send deliveries; empty where that is not known yet, and the webhook is to be off
 * @param redirect where GitHub sends the browser with the code
 */
record Manifest(String name, String homepage, Optional<String> webhook, String redirect) {
    /** GitHub's limit on the name of an App, in characters. */
    static final int LONGEST_NAME = 34;

    /** Events of installations come unasked, and may not be named. */
    private static final List<String> EVENTS =
            List.of("check_run", "check_suite", "issue_comment", "merge_group", "pull_request", "push");

    String json() {
        return JsonText.compact(out -> {
            out.writeStartObject();
            out.writeStringProperty("name", name);
            out.writeStringProperty("url", homepage);
            out.writeObjectPropertyStart("hook_attributes");
            out.writeStringProperty("url", webhook.orElse(homepage));
            out.writeBooleanProperty("active", webhook.isPresent());
            out.writeEndObject();
            out.writeStringProperty("redirect_url", redirect);
            out.writeStringProperty("description", "Plans and applies nanokit.yml by pull request.");
            out.writeBooleanProperty("public", false);
            out.writeObjectPropertyStart("default_permissions");
            permissions().forEach(out::writeStringProperty);
            out.writeEndObject();
            out.writeArrayPropertyStart("default_events");
            EVENTS.forEach(out::writeString);
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** What the App's tokens need, and what GitHub asks of whoever wants to hear of merge queues. */
    private static Map<String, String> permissions() {
        Map<String, String> permissions = new TreeMap<>(AppPermissions.NEEDED);
        permissions.put("merge_queues", "read");
        return permissions;
    }
}
