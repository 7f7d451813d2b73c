package dev.nanokit.secrets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AwsSecretsOnlyTest {
    @Test
    void awsIsNeverAskedForSecretsOfTheEnvironment() {
        try (AwsSecrets aws = new AwsSecrets(Map.of())) {
            assertThatThrownBy(() -> aws.find(new SecretRef(Store.ENV, "DB_PASSWORD", new Place("nanokit.yml", 7, 12))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("env:DB_PASSWORD");
        }
    }
}
