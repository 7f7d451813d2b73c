package dev.nanokit.stages.secret;

import dev.nanokit.engine.config.SecretRef;
import java.util.Map;
import java.util.Optional;

/** Secrets of {@code from: env}: the project's variables. */
public final class VariableSecrets implements SecretSource {
    private final Map<String, String> variables;

    public VariableSecrets(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    @Override
    public Optional<String> find(SecretRef ref) {
        return Optional.ofNullable(variables.get(ref.name()));
    }
}
