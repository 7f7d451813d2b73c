package dev.nanokit.secrets;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.source.Place;
import dev.nanokit.stages.secret.SecretUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/** Keeps secrets in AWS Secrets Manager, and gives them back. */
public final class AwsSecretVault implements AutoCloseable {
    /** No file names these secrets. */
    private static final Place NOWHERE = new Place("", 1, 1);

    private final SecretsManagerClient client;

    /**
     * @param variables may hold region, credentials, profile and endpoint, as for {@link AwsSecrets}
     * @throws SecretUnavailableException when there is no region
     */
    public AwsSecretVault(Map<String, String> variables) {
        this.client = new AwsAccess(variables).client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
    }

    /** @throws SecretUnavailableException when AWS does not say */
    public boolean has(String name) {
        try {
            client.describeSecret(request -> request.secretId(name));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        } catch (SdkException e) {
            throw refused(name, "looked for", "secretsmanager:DescribeSecret", e);
        }
    }

    /**
     * The secret's value, and after it the one before, for as long as AWS keeps that: while a secret is exchanged, both
     * count. Empty where there is no such secret.
     *
     * @param id its name, or its ARN
     * @throws SecretUnavailableException when AWS does not give it
     */
    public List<String> values(String id) {
        return Stream.of("AWSCURRENT", "AWSPREVIOUS")
                .flatMap(stage -> version(id, stage).stream())
                .toList();
    }

    private Optional<String> version(String id, String stage) {
        SecretRef ref = new SecretRef(SecretRef.Store.SECRETS_MANAGER, id, NOWHERE);
        try {
            String text = client.getSecretValue(request -> request.secretId(id).versionStage(stage))
                    .secretString();
            if (text == null) {
                throw AwsRefusal.binary(ref);
            }
            return Optional.of(text);
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        } catch (SdkException e) {
            throw AwsRefusal.of(ref, e);
        }
    }

    /**
     * Makes the secret, or gives the one that is there another value; the former one stays as AWSPREVIOUS.
     *
     * @throws SecretUnavailableException when AWS does not keep it
     */
    public void put(String name, String value) {
        try {
            client.createSecret(request -> request.name(name).secretString(value));
        } catch (ResourceExistsException e) {
            replace(name, value);
        } catch (SdkException e) {
            throw refused(name, "kept", "secretsmanager:CreateSecret", e);
        }
    }

    private void replace(String name, String value) {
        try {
            client.putSecretValue(request -> request.secretId(name).secretString(value));
        } catch (SdkException e) {
            throw refused(name, "kept", "secretsmanager:PutSecretValue", e);
        }
    }

    /** What the SDK says of a request may quote it, and so the secret: only AWS's own words are passed on. */
    private static SecretUnavailableException refused(String name, String what, String permission, SdkException e) {
        String why = e instanceof AwsServiceException answer && answer.awsErrorDetails() != null
                ? answer.awsErrorDetails().errorCode()
                : "no answer of use: " + e.getClass().getSimpleName();
        return new SecretUnavailableException(
                "the secret " + name + " can't be " + what + " in Secrets Manager (" + why + ")",
                "allow " + permission + " to the role or user, and check AWS_REGION and the credentials",
                null);
    }

    @Override
    public void close() {
        client.close();
    }
}
