package dev.nanokit.control;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.github.standin.StandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** An AWS account with the App's secrets, and a GitHub. */
public final class EmulatedWorld implements QuarkusTestResourceLifecycleManager {
    /** Where the tests find what the resource has started. */
    static volatile StandIn github;

    private static final Map<String, String> SDK = Map.of(
            "aws.region", "eu-central-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");

    private AwsStandin moto;

    @Override
    public Map<String, String> start() {
        moto = AwsStandin.start();
        github = StandIn.start();
        SDK.forEach(System::setProperty);
        System.setProperty("aws.endpointUrl", moto.endpoint().toString());
        try (SecretsManagerClient vault = vault(moto.endpoint())) {
            vault.createSecret(request -> request.name("nanokit/app")
                    .secretString("{\"id\":" + github.app().id() + ",\"slug\":\"nanokit\"}"));
            vault.createSecret(request -> request.name("nanokit/private-key")
                    .secretString(github.app().keys().pem()));
        }
        return Map.of(
                "NANOKIT_STATE", "dynamodb://nanokit?create=true",
                "NANOKIT_GITHUB_APP", "secretsmanager:nanokit/app",
                "NANOKIT_GITHUB_PRIVATE_KEY", "secretsmanager:nanokit/private-key",
                "NANOKIT_SOURCES", "nanokit-sources",
                "NANOKIT_GITHUB_API_URL", github.apiUrl().toString());
    }

    private static SecretsManagerClient vault(URI endpoint) {
        return SecretsManagerClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void stop() {
        SDK.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrl");
        if (github != null) {
            github.close();
        }
        if (moto != null) {
            moto.close();
        }
    }
}
