package dev.nanokit.http;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.aws.standin.SdkProperties;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An account, and the variables that point to it. */
public final class EmulatedAccount implements QuarkusTestResourceLifecycleManager {
    private AwsStandin moto;
    private SdkProperties sdk;

    @Override
    public Map<String, String> start() {
        moto = AwsStandin.start();
        sdk = SdkProperties.leadTo(moto);
        return Map.of("NANOKIT_STATE", "dynamodb://nanokit?create=true", "NANOKIT_SOURCES", "nanokit-sources");
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
