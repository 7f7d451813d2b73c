package dev.nanokit.secrets;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.stages.secret.SecretSource;
import dev.nanokit.stages.secret.VariableSecrets;
import java.util.Map;
import java.util.Optional;

/** Every store that a file may name, each asked only for its own secrets. */
public final class SecretStores implements SecretSource, AutoCloseable {
    private final VariableSecrets variables;
    private final AwsSecrets aws;

    /** @param variables the project's: secrets of {@code from: env}, and how to reach the other stores */
    public SecretStores(Map<String, String> variables) {
        this.variables = new VariableSecrets(variables);
        this.aws = new AwsSecrets(variables);
    }

    @Override
    public Optional<String> find(SecretRef ref) {
        return switch (ref.store()) {
            case ENV -> variables.find(ref);
            case SSM, SECRETS_MANAGER -> aws.find(ref);
        };
    }

    @Override
    public void close() {
        aws.close();
    }
}
