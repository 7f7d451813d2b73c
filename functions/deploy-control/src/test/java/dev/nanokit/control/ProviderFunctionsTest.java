package dev.nanokit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.config.ProviderId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderFunctionsTest {
    @Test
    void eachProviderHasItsFunction() {
        assertThat(ProviderFunctions.read("{\"docker\":\"nanokit-provider-http:live\"}"))
                .isEqualTo(Map.of(ProviderId.DOCKER, "nanokit-provider-http:live"));
    }

    @Test
    void whatIsWrongWithTheVariableIsSaid() {
        assertThatThrownBy(() -> ProviderFunctions.read("{\"dokcer\":\"f\"}"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NANOKIT_PROVIDER_FUNCTIONS")
                .hasMessageContaining("there is no provider 'dokcer'");
        assertThatThrownBy(() -> ProviderFunctions.read("docker"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NANOKIT_PROVIDER_FUNCTIONS");
    }
}
