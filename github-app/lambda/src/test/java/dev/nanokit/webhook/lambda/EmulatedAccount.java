package dev.nanokit.webhook.lambda;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.aws.standin.SdkProperties;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** An account with all that the function needs, and the variables that point to it. */
public final class EmulatedAccount implements QuarkusTestResourceLifecycleManager {
    private AwsStandin moto;
    private SdkProperties sdk;

    @Override
    public Map<String, String> start() {
        moto = AwsStandin.start();
        sdk = SdkProperties.leadTo(moto);
        TestClients.at(moto.endpoint(), SecretsManagerClient.builder())
                .createSecret(request -> request.name("nanokit-webhook").secretString(Events.SECRET));
        String machine = TestClients.at(moto.endpoint(), SfnClient.builder())
                .createStateMachine(request -> request.name("nanokit")
                        .roleArn("arn:aws:iam::123456789012:role/nanokit")
                        .definition("{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Succeed\"}}}"))
                .stateMachineArn();
        return Map.of(
                "NANOKIT_WEBHOOK_SECRETS",
                "secretsmanager:nanokit-webhook",
                "NANOKIT_STATE",
                "dynamodb://nanokit?create=true",
                "NANOKIT_STATE_MACHINE_ARN",
                machine,
                "test.endpoint",
                moto.endpoint().toString());
    }

    @Override
    public void stop() {
        if (sdk != null) {
            sdk.close();
        }
        if (moto != null) {
            moto.close();
        }
    }
}
