package dev.nanokit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProjectSecretsTest {
    @Test
    void secretOfTextsGivesVariables() {
        assertThat(ProjectSecrets.variables(
                        "nanokit/projects", ref -> Optional.of("{\"DOCKER_HOST\":\"ssh://deploy@vps\"}")))
                .isEqualTo(Map.of("DOCKER_HOST", "ssh://deploy@vps"));
    }

    @Test
    void withoutASecretThereAreNone() {
        assertThat(ProjectSecrets.variables("", ref -> Optional.empty())).isEmpty();
        assertThat(ProjectSecrets.variables("nanokit/projects", ref -> Optional.empty()))
                .isEmpty();
    }

    @Test
    void anythingElseIsAnErrorThatDoesNotShowIt() {
        assertThatThrownBy(() -> ProjectSecrets.variables("nanokit/projects", ref -> Optional.of("sk-very-secret")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nanokit/projects")
                .hasMessageNotContaining("sk-very-secret")
                .hasNoCause();
    }
}
