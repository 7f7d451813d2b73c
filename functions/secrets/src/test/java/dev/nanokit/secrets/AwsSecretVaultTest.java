package dev.nanokit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.source.Place;
import dev.nanokit.stages.secret.SecretUnavailableException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AwsSecretVaultTest {
    private static AwsStandin moto;

    private final String name = "nanokit/" + UUID.randomUUID();

    @BeforeAll
    static void openAccount() {
        moto = AwsStandin.start();
    }

    @AfterAll
    static void closeAccount() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void whatIsKeptCanBeFound() {
        try (AwsSecretVault vault = new AwsSecretVault(moto.variables());
                AwsSecrets secrets = new AwsSecrets(moto.variables())) {
            assertThat(vault.has(name)).isFalse();

            vault.put(name, "old");
            vault.put(name, "new ü");

            assertThat(vault.has(name)).isTrue();
            SecretRef ref = new SecretRef(SecretRef.Store.SECRETS_MANAGER, name, new Place("nanokit.yml", 1, 1));
            assertThat(secrets.find(ref)).contains("new ü");
        }
    }

    @Test
    void aRefusalNeverHoldsTheSecret() {
        Map<String, String> nowhere = new HashMap<>(moto.variables());
        nowhere.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        nowhere.put("AWS_ENDPOINT_URL_SECRETS_MANAGER", "http://127.0.0.1:1");
        try (AwsSecretVault vault = new AwsSecretVault(nowhere)) {
            assertThatThrownBy(() -> vault.put(name, "hunter2"))
                    .isInstanceOf(SecretUnavailableException.class)
                    .hasMessageContaining(name)
                    .hasMessageNotContaining("hunter2")
                    .hasNoCause();
        }
    }
}
