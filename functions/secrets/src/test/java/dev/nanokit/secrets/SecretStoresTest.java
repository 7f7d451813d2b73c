package dev.nanokit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretStoresTest {
    private static final Place PLACE = new Place("nanokit.yml", 7, 12);

    @Test
    void secretsOfTheEnvironmentNeedNoAws() {
        try (SecretStores stores = new SecretStores(Map.of("DB_PASSWORD", "hunter2"))) {
            assertThat(stores.find(new SecretRef(Store.ENV, "DB_PASSWORD", PLACE)))
                    .contains("hunter2");
            assertThat(stores.find(new SecretRef(Store.ENV, "OTHER", PLACE))).isEmpty();
        }
    }

    @Test
    void awsIsNeverAskedForSecretsOfTheEnvironment() {
        try (AwsSecrets aws = new AwsSecrets(Map.of())) {
            assertThatThrownBy(() -> aws.find(new SecretRef(Store.ENV, "DB_PASSWORD", PLACE)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("env:DB_PASSWORD");
        }
    }
}
