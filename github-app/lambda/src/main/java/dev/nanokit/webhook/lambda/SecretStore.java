package dev.nanokit.webhook.lambda;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * Reads secrets by name: {@code secretsmanager:NAME-OR-ARN}, of which both the current and the previous value count, so
 * that rotation needs nothing more; or {@code ssm:NAME-OR-ARN}.
 */
final class SecretStore {
    private static final String SECRETS_MANAGER = "secretsmanager:";
    private static final String SSM = "ssm:";

    private final Supplier<SecretsManagerClient> secretsManager;
    private final Supplier<SsmClient> ssm;

    /** @param secretsManager asked only where a name needs it, as is the other one */
    SecretStore(Supplier<SecretsManagerClient> secretsManager, Supplier<SsmClient> ssm) {
        this.secretsManager = secretsManager;
        this.ssm = ssm;
    }

    /** Makes the clients that these names need, and asks them nothing. */
    void prepare(List<String> names) {
        if (names.stream().anyMatch(name -> name.startsWith(SECRETS_MANAGER))) {
            SecretsManagerClient unused = secretsManager.get();
        }
        if (names.stream().anyMatch(name -> name.startsWith(SSM))) {
            SsmClient unused = ssm.get();
        }
    }

    /**
     * The values of all of them.
     *
     * @throws IllegalArgumentException when a name is of neither form
     * @throws software.amazon.awssdk.core.exception.SdkException when one can't be read
     */
    List<String> values(List<String> names) {
        return names.stream().flatMap(this::values).toList();
    }

    private Stream<String> values(String name) {
        if (name.startsWith(SECRETS_MANAGER)) {
            String id = name.substring(SECRETS_MANAGER.length());
            return Stream.concat(Stream.of(version(id, "AWSCURRENT")), previous(id).stream());
        }
        if (name.startsWith(SSM)) {
            String id = name.substring(SSM.length());
            return Stream.of(ssm.get()
                    .getParameter(request -> request.name(id).withDecryption(true))
                    .parameter()
                    .value());
        }
        throw new IllegalArgumentException("a secret's name begins with " + SECRETS_MANAGER + " or " + SSM);
    }

    private Optional<String> previous(String id) {
        try {
            return Optional.of(version(id, "AWSPREVIOUS"));
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private String version(String id, String stage) {
        return secretsManager
                .get()
                .getSecretValue(request -> request.secretId(id).versionStage(stage))
                .secretString();
    }
}
