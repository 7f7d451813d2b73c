package dev.nanokit.control;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.aws.standin.SdkProperties;
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

    private static volatile URI account;
    private static boolean registered;

    private AwsStandin moto;
    private SdkProperties sdk;

    @Override
    public Map<String, String> start() {
        moto = AwsStandin.start();
        account = moto.endpoint();
        registered = false;
        github = StandIn.start();
        sdk = SdkProperties.leadTo(moto);
        return Map.of(
                "NANOKIT_STATE", "dynamodb://nanokit?create=true",
                "NANOKIT_GITHUB_APP", "secretsmanager:nanokit/app",
                "NANOKIT_GITHUB_PRIVATE_KEY", "secretsmanager:nanokit/private-key",
                "NANOKIT_SOURCES", "nanokit-sources",
                "NANOKIT_GITHUB_API_URL", github.apiUrl().toString());
    }

    /** Keeps the App's secrets, as setting it up does. Nothing that is needed before the first request may need them. */
    static synchronized void registerTheApp() {
        if (!registered) {
            registered = true;
            try (SecretsManagerClient vault = vault(account)) {
                vault.createSecret(request -> request.name("nanokit/app")
                        .secretString("{\"id\":" + github.app().id() + ",\"slug\":\"nanokit\"}"));
                vault.createSecret(request -> request.name("nanokit/private-key")
                        .secretString(github.app().keys().pem()));
            }
        }
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
        if (sdk != null) {
            sdk.close();
        }
        if (github != null) {
            github.close();
        }
        if (moto != null) {
            moto.close();
        }
    }
}
