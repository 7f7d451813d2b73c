package dev.nanokit.webhook.lambda;

import dev.nanokit.aws.standin.AwsStandin;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** An account with all that the function needs, and the variables that point to it. */
public final class EmulatedAccount implements QuarkusTestResourceLifecycleManager {
    private static final Map<String, String> SDK = Map.of(
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");

    private AwsStandin moto;

    @Override
    public Map<String, String> start() {
        moto = AwsStandin.start();
        SDK.forEach(System::setProperty);
        System.setProperty("aws.endpointUrl", moto.endpoint().toString());
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
        SDK.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrl");
        if (moto != null) {
            moto.close();
        }
    }
}
