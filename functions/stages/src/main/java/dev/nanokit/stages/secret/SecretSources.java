package dev.nanokit.stages.secret;

import dev.nanokit.engine.config.SecretRef;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Asks the store that a reference names. */
public final class SecretSources implements SecretSource {
    private final Map<SecretRef.Store, SecretSource> byStore;

    public SecretSources(Map<SecretRef.Store, SecretSource> byStore) {
        this.byStore = new EnumMap<>(SecretRef.Store.class);
        this.byStore.putAll(byStore);
    }

    /** These stores, with {@code from: env} answered from the variables. */
    public SecretSources withVariables(Map<String, String> variables) {
        Map<SecretRef.Store, SecretSource> all = new EnumMap<>(SecretRef.Store.class);
        all.putAll(byStore);
        all.put(SecretRef.Store.ENV, new VariableSecrets(variables));
        return new SecretSources(all);
    }

    @Override
    public Optional<String> find(SecretRef ref) {
        SecretSource source = byStore.get(ref.store());
        if (source == null) {
            throw new SecretUnavailableException(
                    "secrets from " + ref.store().id() + " can't be looked up here",
                    "use one of: "
                            + byStore.keySet().stream()
                                    .map(SecretRef.Store::id)
                                    .sorted()
                                    .toList(),
                    null);
        }
        return source.find(ref);
    }
}
