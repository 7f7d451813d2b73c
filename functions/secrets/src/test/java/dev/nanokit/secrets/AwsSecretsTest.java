package dev.nanokit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import dev.nanokit.stages.secret.SecretUnavailableException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** Secrets in an emulated AWS account. */
class AwsSecretsTest {
    private static AwsStandin moto;
    private static SsmClient ssm;
    private static SecretsManagerClient secretsManager;
    private static AwsSecrets aws;

    private final String name = "shop-" + UUID.randomUUID();

    @BeforeAll
    static void openAccount() {
        moto = AwsStandin.start();
        AwsAccess access = new AwsAccess(moto.variables());
        ssm = access.client(SsmClient.builder(), "SSM");
        secretsManager = access.client(SecretsManagerClient.builder(), "SECRETS_MANAGER");
        aws = new AwsSecrets(moto.variables());
    }

    @AfterAll
    static void closeAccount() {
        if (moto != null) {
            aws.close();
            ssm.close();
            secretsManager.close();
            moto.close();
        }
    }

    @Test
    void encryptedParameterIsDecrypted() {
        ssm.putParameter(request ->
                request.name("/shop/" + name).type(ParameterType.SECURE_STRING).value("hunter2 ü"));

        assertThat(aws.find(ref(Store.SSM, "/shop/" + name))).contains("hunter2 ü");
        assertThat(ssm.getParameter(request -> request.name("/shop/" + name))
                        .parameter()
                        .value())
                .as("what AWS gives without decryption")
                .isNotEqualTo("hunter2 ü");
    }

    @Test
    void newestValueOfAParameterCountsUnlessAVersionIsNamed() {
        ssm.putParameter(
                request -> request.name(name).type(ParameterType.SECURE_STRING).value("old"));
        ssm.putParameter(request -> request.name(name)
                .type(ParameterType.SECURE_STRING)
                .value("new")
                .overwrite(true));

        assertThat(aws.find(ref(Store.SSM, name))).contains("new");
        assertThat(aws.find(ref(Store.SSM, name + ":1"))).contains("old");
        assertThat(aws.find(ref(Store.SSM, name + ":7"))).isEmpty();
    }

    @Test
    void parameterThatIsNotThereIsEmpty() {
        assertThat(aws.find(ref(Store.SSM, "/shop/" + name))).isEmpty();
    }

    @Test
    void secretIsFoundByNameAndByArn() {
        String arn = secretsManager
                .createSecret(request -> request.name(name).secretString("hunter2"))
                .arn();

        assertThat(aws.find(ref(Store.SECRETS_MANAGER, name))).contains("hunter2");
        assertThat(aws.find(ref(Store.SECRETS_MANAGER, arn))).contains("hunter2");
    }

    @Test
    void secretThatIsNotThereIsEmpty() {
        assertThat(aws.find(ref(Store.SECRETS_MANAGER, name))).isEmpty();
    }

    @Test
    void secretWithoutAValueIsEmpty() {
        secretsManager.createSecret(request -> request.name(name));

        assertThat(aws.find(ref(Store.SECRETS_MANAGER, name))).isEmpty();
    }

    @Test
    void binarySecretIsRefused() {
        secretsManager.createSecret(
                request -> request.name(name).secretBinary(SdkBytes.fromByteArray(new byte[] {1, 2})));

        assertThatThrownBy(() -> aws.find(ref(Store.SECRETS_MANAGER, name)))
                .isInstanceOf(SecretUnavailableException.class)
                .hasMessage("the secret secretsmanager:" + name + " is binary");
    }

    @Test
    void deletedSecretSaysHowToRestoreIt() {
        secretsManager.createSecret(request -> request.name(name).secretString("hunter2"));
        secretsManager.deleteSecret(request -> request.secretId(name).recoveryWindowInDays(7L));

        assertThatThrownBy(() -> aws.find(ref(Store.SECRETS_MANAGER, name)))
                .isInstanceOfSatisfying(SecretUnavailableException.class, e -> {
                    assertThat(e).hasMessageContaining("can't give it in its present state (InvalidRequestException");
                    assertThat(e.fix()).contains("aws secretsmanager restore-secret --secret-id " + name);
                });
    }

    private static SecretRef ref(Store store, String name) {
        return new SecretRef(store, name, new Place("nanokit.yml", 7, 12));
    }
}
