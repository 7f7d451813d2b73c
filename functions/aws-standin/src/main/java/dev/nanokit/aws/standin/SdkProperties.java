package dev.nanokit.aws.standin;

import java.util.HashMap;
import java.util.Map;

/** Has the AWS SDK of this process take a stand-in for AWS, wherever nobody tells it otherwise. */
public final class SdkProperties implements AutoCloseable {
    private final Map<String, String> properties;

    private SdkProperties(Map<String, String> properties) {
        this.properties = properties;
    }

    public static SdkProperties leadTo(AwsStandin standin) {
        Map<String, String> variables = standin.variables();
        Map<String, String> properties = new HashMap<>();
        properties.put("aws.endpointUrl", variables.get("AWS_ENDPOINT_URL"));
        properties.put("aws.region", variables.get("AWS_REGION"));
        properties.put("aws.accessKeyId", variables.get("AWS_ACCESS_KEY_ID"));
        properties.put("aws.secretAccessKey", variables.get("AWS_SECRET_ACCESS_KEY"));
        properties.forEach(System::setProperty);
        return new SdkProperties(properties);
    }

    @Override
    public void close() {
        properties.keySet().forEach(System::clearProperty);
    }
}
