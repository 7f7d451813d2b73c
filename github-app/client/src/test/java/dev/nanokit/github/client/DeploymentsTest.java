package dev.nanokit.github.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.github.api.Repository.DeploymentState;
import dev.nanokit.github.standin.world.Deployments.Deployment;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the Environments tab shows. */
class DeploymentsTest extends AtGitHub {
    private Deployment shown(long id) {
        return shop.deployments().find(id).orElseThrow();
    }

    @Test
    void aDeploymentIsOfTheCommitToTheEnvironment() {
        Deployment shown = shown(repository.createDeployment(head, "production", "nanokit apply"));

        assertThat(shown.sha()).isEqualTo(head);
        assertThat(shown.environment()).isEqualTo("production");
        assertThat(shown.description()).isEqualTo("nanokit apply");
    }

    @ParameterizedTest
    @EnumSource(DeploymentState.class)
    void everyStateIsKnownToGitHub(DeploymentState state) {
        long id = repository.createDeployment(head, "production", "");

        repository.deploymentStatus(id, state, "said", Optional.of("https://nanokit.example/log"));

        assertThat(shown(id).state()).isEqualToIgnoringCase(state.name());
    }

    @Test
    void aLongDescriptionIsCutToWhatGitHubTakes() {
        long id = repository.createDeployment(head, "production", "d".repeat(300));
        repository.deploymentStatus(id, DeploymentState.SUCCESS, "s".repeat(300), Optional.empty());

        assertThat(shown(id).description()).hasSize(140).endsWith("…");
        assertThat((String) shown(id).statuses().getLast().get("description")).hasSize(140);
    }

    @Test
    void aDeploymentWhoseAnswerIsLostIsNotMadeTwice() {
        github.faults().answerLost("repos/create-deployment");

        long id = repository.createDeployment(head, "production", "nanokit apply");

        assertThat(shop.deployments().all()).extracting(Deployment::id).containsExactly(id);
    }

    @Test
    void theNewestWithTheSameWordsIsFound() {
        repository.createDeployment(head, "production", "apply 1");
        long second = repository.createDeployment(head, "production", "apply 1");
        repository.createDeployment(head, "production", "apply 2");
        repository.createDeployment(head, "stage", "apply 1");

        assertThat(repository.findDeployment(head, "production", "apply 1")).contains(second);
        assertThat(repository.findDeployment(head, "production", "apply 3")).isEmpty();
    }
}
