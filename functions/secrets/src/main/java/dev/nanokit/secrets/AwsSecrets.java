package dev.nanokit.secrets;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.stages.secret.SecretSource;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterVersionNotFoundException;

/**
 * Secrets of {@code from: ssm} (AWS Systems Manager's parameters, decrypted) and {@code from: secretsmanager}. Nothing
 * is asked of AWS before the first secret is looked up.
 */
public final class AwsSecrets implements SecretSource, AutoCloseable {
    private final AwsAccess access;
    private SsmClient ssm;
    private SecretsManagerClient secretsManager;

    /**
     * @param variables may hold region, credentials, profile and endpoint under AWS's own names ({@code AWS_REGION},
     *     {@code AWS_ACCESS_KEY_ID} …); what they lack is left to the SDK's own chain
     */
    public AwsSecrets(Map<String, String> variables) {
        this.access = new AwsAccess(variables);
    }

    @Override
    public Optional<String> find(SecretRef ref) {
        try {
            return switch (ref.store()) {
                case SSM -> parameter(ref.name());
                case SECRETS_MANAGER -> secret(ref);
                case ENV -> throw new IllegalArgumentException(ref.source() + " is not a secret that AWS keeps");
            };
        } catch (SdkException e) {
            throw AwsRefusal.of(ref, e);
        }
    }

    private Optional<String> parameter(String name) {
        try {
            return Optional.of(ssm().getParameter(request -> request.name(name).withDecryption(true))
                    .parameter()
                    .value());
        } catch (ParameterNotFoundException | ParameterVersionNotFoundException e) {
            return Optional.empty();
        }
    }

    private Optional<String> secret(SecretRef ref) {
        try {
            String text = secretsManager()
                    .getSecretValue(request -> request.secretId(ref.name()))
                    .secretString();
            if (text == null) {
                throw AwsRefusal.binary(ref);
            }
            return Optional.of(text);
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        }
    }

    private synchronized SsmClient ssm() {
        if (ssm == null) {
            ssm = access.client(SsmClient.builder(), "SSM");
        }
        return ssm;
    }

    private synchronized SecretsManagerClient secretsManager() {
        if (secretsManager == null) {
            secretsManager = access.client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
        }
        return secretsManager;
    }

    @Override
    public synchronized void close() {
        if (ssm != null) {
            ssm.close();
        }
        if (secretsManager != null) {
            secretsManager.close();
        }
    }
}
