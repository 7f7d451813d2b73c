package dev.nanokit.webhook.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FunctionSettingsTest {
    @Test
    void variablesAreRead() {
        assertThat(from(Map.of(
                        "NANOKIT_WEBHOOK_SECRETS", "secretsmanager:nanokit/webhook, ssm:/nanokit/old",
                        "NANOKIT_STATE", "dynamodb://nanokit",
                        "NANOKIT_STATE_MACHINE_ARN", "arn:aws:states:eu-west-1:123456789012:stateMachine:nanokit")))
                .isEqualTo(new FunctionSettings(
                        List.of("secretsmanager:nanokit/webhook", "ssm:/nanokit/old"),
                        "dynamodb://nanokit",
                        "arn:aws:states:eu-west-1:123456789012:stateMachine:nanokit"));
    }

    @Test
    void everythingThatIsMissingIsToldAtOnce() {
        assertThatThrownBy(() -> from(Map.of("NANOKIT_STATE", " ")))
                .hasMessage("the function's environment lacks NANOKIT_WEBHOOK_SECRETS, NANOKIT_STATE,"
                        + " NANOKIT_STATE_MACHINE_ARN: set them in template.yaml");
    }

    private static FunctionSettings from(Map<String, String> variables) {
        return FunctionSettings.from(name -> Optional.ofNullable(variables.get(name)));
    }
}
