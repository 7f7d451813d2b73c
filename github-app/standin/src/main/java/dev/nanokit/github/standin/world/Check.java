package dev.nanokit.github.standin.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A check run as it stands. */
public final class Check {
    private final long id;
    private final String headSha;
    private final Instant startedAt;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Map<?, ?>> annotations = new ArrayList<>();
    private Instant completedAt;

    Check(long id, String headSha, Instant startedAt) {
        this.id = id;
        this.headSha = headSha;
        this.startedAt = startedAt;
        fields.put("status", "queued");
    }

    /** What is not given stays; annotations are added to those that are there; a conclusion completes it. */
    public void change(Map<String, ?> given, Instant now) {
        fields.putAll(given);
        if (given.get("output") instanceof Map<?, ?> output && output.get("annotations") instanceof List<?> added) {
            added.forEach(annotation -> annotations.add((Map<?, ?>) annotation));
        }
        if (given.containsKey("conclusion")) {
            fields.put("status", "completed");
            completedAt = now;
        } else if (given.containsKey("status")) {
            fields.remove("conclusion");
            completedAt = null;
        }
    }

    public long id() {
        return id;
    }

    public String headSha() {
        return headSha;
    }

    public String name() {
        return text("name");
    }

    /** Empty where it has none. */
    public String text(String field) {
        return fields.get(field) instanceof String text ? text : "";
    }

    /** Title, summary or text. */
    public String output(String field) {
        return fields.get("output") instanceof Map<?, ?> output && output.get(field) instanceof String text ? text : "";
    }

    public List<Map<?, ?>> annotations() {
        return List.copyOf(annotations);
    }

    /** The buttons' identifiers. */
    public List<String> actions() {
        return buttons().stream()
                .map(button -> (String) button.get("identifier"))
                .toList();
    }

    /** The buttons as they were given: label, description and identifier. */
    public List<Map<?, ?>> buttons() {
        return fields.get("actions") instanceof List<?> list
                ? list.stream().<Map<?, ?>>map(button -> (Map<?, ?>) button).toList()
                : List.of();
    }

    Instant startedAt() {
        return startedAt;
    }

    /** Null while it isn't. */
    Instant completedAt() {
        return completedAt;
    }
}
