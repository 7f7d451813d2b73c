package dev.nanokit.http;

import dev.nanokit.aws.standin.AwsStandin;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An account, and the variables that point to it. */
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
        return Map.of("NANOKIT_STATE", "dynamodb://nanokit?create=true", "NANOKIT_SOURCES", "nanokit-sources");
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
