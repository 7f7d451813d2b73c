package dev.nanokit.http;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.stages.secret.SecretSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Providers' credentials and what {@code from: env} stands for, kept in one secret: a JSON object of variables. What
 * the function's own environment has counts for less, and its AWS credentials are not passed on.
 */
final class ProjectSecrets {
    private static final Place SETTINGS = new Place("template.yaml", 1, 1);

    private ProjectSecrets() {}

    /**
     * @param name of the secret; empty text where there is none
     * @throws IllegalStateException when it is there and no JSON object of texts
     */
    static Map<String, String> variables(String name, SecretSource store) {
        Map<String, String> variables = new TreeMap<>();
        if (name.isEmpty()) {
            return variables;
        }
        store.find(new SecretRef(Store.SECRETS_MANAGER, name, SETTINGS)).ifPresent(text -> {
            try {
                ValueJson.readObject(text).fields().forEach((variable, value) -> variables.put(variable, text(value)));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(
                        "the secret " + name + " is no JSON object of texts: {\"DOCKER_HOST\": \"ssh://deploy@vps\"}");
            }
        });
        return variables;
    }

    private static String text(Value value) {
        if (value instanceof Value.Text(String text)) {
            return text;
        }
        throw new IllegalArgumentException("it holds what is no text");
    }
}
