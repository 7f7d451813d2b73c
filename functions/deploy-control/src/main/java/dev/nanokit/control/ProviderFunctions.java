package dev.nanokit.control;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Which function works with which provider, as the variable NANOKIT_PROVIDER_FUNCTIONS says. */
final class ProviderFunctions {
    private ProviderFunctions() {}

    /**
     * @param json an object of provider ids and the functions' names or ARNs
     * @throws IllegalStateException when it is none, or names a provider that there is not
     */
    static Map<ProviderId, String> read(String json) {
        Map<ProviderId, String> functions = new EnumMap<>(ProviderId.class);
        try {
            ValueJson.readObject(json).fields().forEach((id, function) -> functions.put(provider(id), text(function)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the variable NANOKIT_PROVIDER_FUNCTIONS is not as it should be: " + e.getMessage(), e);
        }
        return functions;
    }

    private static ProviderId provider(String id) {
        return Stream.of(ProviderId.values())
                .filter(known -> known.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no provider '" + id + "'"));
    }

    private static String text(Value function) {
        if (function instanceof Value.Text(String name)) {
            return name;
        }
        throw new IllegalArgumentException("a function's name is no text");
    }
}
