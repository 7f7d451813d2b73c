package dev.nanokit.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.webhook.NotStartedException;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import dev.nanokit.webhook.trigger.TriggerJson;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** What the function asks AWS, asked of an emulated account. */
class AwsAccountTest {
    private static final Trigger PUSH = new Trigger.BranchPushed(
            new RepositoryRef(7, 42, "acme/shop", "main"), "main", "ab".repeat(20), new Actor("octocat", false));

    private static AwsStandin moto;
    private static SfnClient stepFunctions;
    private static SecretsManagerClient secretsManager;
    private static SsmClient ssm;

    private final String name = "nanokit-" + UUID.randomUUID();
    private final SecretStore store = new SecretStore(() -> secretsManager, () -> ssm);

    @BeforeAll
    static void openAccount() {
        moto = AwsStandin.start();
        stepFunctions = TestClients.at(moto.endpoint(), SfnClient.builder());
        secretsManager = TestClients.at(moto.endpoint(), SecretsManagerClient.builder());
        ssm = TestClients.at(moto.endpoint(), SsmClient.builder());
    }

    @AfterAll
    static void closeAccount() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void executionHasTheNameOfTheWorkAndTheTriggerAsInput() {
        String machine = stateMachine();

        new StepFunctionsStarter(stepFunctions, machine).start("delivery-1", PUSH);

        ExecutionListItem execution = executions(machine).getFirst();
        assertThat(execution.name()).isEqualTo("delivery-1");
        assertThat(stepFunctions
                        .describeExecution(request -> request.executionArn(execution.executionArn()))
                        .input())
                .isEqualTo("{\"work\":\"delivery-1\",\"trigger\":" + TriggerJson.write(PUSH) + "}");
    }

    @Test
    void secondStartOfTheSameWorkDoesNothing() {
        String machine = stateMachine();
        StepFunctionsStarter starter = new StepFunctionsStarter(stepFunctions, machine);

        starter.start("delivery-1", PUSH);
        starter.start("delivery-1", PUSH);
        starter.start("delivery-1", new Trigger.InstallationChanged(7, 42, "created", List.of()));

        assertThat(executions(machine)).hasSize(1);
    }

    @Test
    void stateMachineThatIsNotThereIsToldByAwsOwnCode() {
        String gone = stateMachine().replace(name, "gone");

        assertThatThrownBy(() -> new StepFunctionsStarter(stepFunctions, gone).start("delivery-1", PUSH))
                .isInstanceOf(NotStartedException.class)
                .hasMessage("Step Functions refused: StateMachineDoesNotExist");
    }

    @Test
    void stepFunctionsThatDoNotAnswerAreTold() {
        String machine = stateMachine();
        try (SfnClient nobody = TestClients.at(URI.create("http://127.0.0.1:1"), SfnClient.builder())) {
            assertThatThrownBy(() -> new StepFunctionsStarter(nobody, machine).start("delivery-1", PUSH))
                    .isInstanceOf(NotStartedException.class)
                    .hasMessageStartingWith("Step Functions could not be asked: ");
        }
    }

    @Test
    void whileASecretIsRotatedBothValuesCount() {
        secretsManager.createSecret(request -> request.name(name).secretString("old"));
        assertThat(store.values(List.of("secretsmanager:" + name))).containsExactly("old");

        secretsManager.putSecretValue(request -> request.secretId(name).secretString("new"));
        assertThat(store.values(List.of("secretsmanager:" + name))).containsExactly("new", "old");
    }

    @Test
    void parametersCountBesideSecrets() {
        secretsManager.createSecret(request -> request.name(name).secretString("a"));
        ssm.putParameter(request ->
                request.name("/" + name).type(ParameterType.SECURE_STRING).value("b"));

        assertThat(store.values(List.of("secretsmanager:" + name, "ssm:/" + name)))
                .containsExactly("a", "b");
    }

    @Test
    void nameOfNeitherStoreIsRefused() {
        assertThatThrownBy(() -> store.values(List.of("vault:x")))
                .hasMessage("a secret's name begins with secretsmanager: or ssm:");
    }

    private String stateMachine() {
        return stepFunctions
                .createStateMachine(request -> request.name(name)
                        .roleArn("arn:aws:iam::123456789012:role/nanokit")
                        .definition("{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Succeed\"}}}"))
                .stateMachineArn();
    }

    private static List<ExecutionListItem> executions(String machine) {
        return stepFunctions
                .listExecutions(request -> request.stateMachineArn(machine))
                .executions();
    }
}
