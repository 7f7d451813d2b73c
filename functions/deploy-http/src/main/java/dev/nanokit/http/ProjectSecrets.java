package dev.nanokit.http;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.stages.secret.SecretSource;
import dev.nanokit.stages.secret.SecretUnavailableException;
import dev.nanokit.stages.step.ProjectVariables;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Providers' credentials and what {@code from: env} stands for, kept in one secret: a JSON object of variables. Read when
 * they are first needed, and again now and then. What the function's own environment has is not passed on.
 */
final class ProjectSecrets implements ProjectVariables {
    static final Duration FRESH_FOR = Duration.ofMinutes(1);

    private static final Place SETTINGS = new Place("template.yaml", 1, 1);

    private final String name;
    private final SecretSource store;
    private final InstantSource clock;
    private Map<String, String> variables = Map.of();
    private Instant readAt = Instant.MIN;

    /** @param name of the secret; empty text where there is none */
    ProjectSecrets(String name, SecretSource store, InstantSource clock) {
        this.name = name;
        this.store = store;
        this.clock = clock;
    }

    /** What was read before holds while it can't be read again. */
    @Override
    public synchronized Map<String, String> current() {
        if (!clock.instant().isBefore(readAt.plus(FRESH_FOR))) {
            try {
                read();
            } catch (SecretUnavailableException e) {
                if (readAt.equals(Instant.MIN)) {
                    throw e;
                }
            }
        }
        return variables;
    }

    /** Where they can't be read, what has failed says more than that. */
    @Override
    public synchronized boolean renewed() {
        Map<String, String> before = variables;
        try {
            read();
        } catch (SecretUnavailableException e) {
            return false;
        }
        return !variables.equals(before);
    }

    private void read() {
        Instant now = clock.instant();
        variables = name.isEmpty()
                ? Map.of()
                : store.find(new SecretRef(Store.SECRETS_MANAGER, name, SETTINGS))
                        .map(this::parsed)
                        .orElseGet(Map::of);
        readAt = now;
    }

    private Map<String, String> parsed(String text) {
        Map<String, String> parsed = new TreeMap<>();
        try {
            ValueJson.readObject(text).fields().forEach((variable, value) -> parsed.put(variable, text(value)));
        } catch (IllegalArgumentException e) {
            throw new SecretUnavailableException(
                    "the secret " + name + " is no JSON object of texts",
                    "write it like {\"DOCKER_HOST\": \"ssh://deploy@vps\"}",
                    null);
        }
        return Map.copyOf(parsed);
    }

    private static String text(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("it holds what is no text");
    }
}
