package dev.nanokit.cli.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.cli.TestBackend;
import dev.nanokit.cli.Typed;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeSettingsTest {
    @TempDir
    private Path folder;

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        Typed.Outcome outcome = nkapp().run("github", "serve");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err())
                .contains(
                        "the App's id is missing",
                        "--app-id, or NANOKIT_GITHUB_APP_ID",
                        "the App's private key is missing",
                        "--private-key-file, or NANOKIT_GITHUB_PRIVATE_KEY_FILE",
                        "the webhook's secret is missing",
                        "--webhook-secret-file, or NANOKIT_GITHUB_WEBHOOK_SECRET_FILE");
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNeverASecret() {
        Typed.Outcome outcome = nkapp().file("key.pem", "not-a-key-but-secret")
                .file("empty", "\n")
                .run(
                        "github",
                        "serve",
                        "--app-id",
                        "my-app",
                        "--private-key-file",
                        "key.pem",
                        "--webhook-secret-file",
                        "empty",
                        "--webhook-secret-file",
                        "absent",
                        "--api-url",
                        "github",
                        "--port",
                        "99999");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err())
                .contains(
                        "'my-app' is no id of an App",
                        "key.pem: the App's private key must be an RSA key",
                        "empty holds no secret",
                        "there is no file",
                        "'github' is no address of GitHub's API",
                        "'99999' is no port")
                .doesNotContain("not-a-key-but-secret");
    }

    @Test
    void whatIsNotTypedIsTakenFromTheEnvironment() {
        Typed.Outcome outcome = nkapp().variable("NANOKIT_GITHUB_APP_ID", "from-environment")
                .variable("NANOKIT_GITHUB_PRIVATE_KEY_FILE", "/no/key.pem")
                .variable("NANOKIT_GITHUB_WEBHOOK_SECRET_FILE", "/no/secret:/no/other")
                .variable("NANOKIT_GITHUB_PORT", "many")
                .variable("NANOKIT_GITHUB_DRIFT_EVERY", "daily")
                .run("github", "serve");

        assertThat(outcome.err())
                .contains(
                        "'from-environment'",
                        "/no/key.pem",
                        "/no/secret",
                        "/no/other",
                        "'many' is no port",
                        "'daily' is no span of time");
    }

    @Test
    void publicAddressHasToBeOneThatABrowserCouldReach() {
        assertThat(nkapp().run("github", "serve", "--public-url", "nanokit.example.com")
                        .err())
                .contains("'nanokit.example.com' is no address", "--public-url, or NANOKIT_PUBLIC_URL");
        assertThat(nkapp().variable("NANOKIT_PUBLIC_URL", "https://x/?a=b")
                        .run("github", "serve")
                        .err())
                .contains("'https://x/?a=b' is no address");
        assertThat(nkapp().run("github", "serve", "--public-url", "https://nanokit.example.com/x/")
                        .err())
                .contains("the App's id is missing")
                .doesNotContain("is no address");
    }

    @Test
    void redeliverNeedsToKnowTheAppToo() {
        Typed.Outcome outcome = nkapp().run("github", "redeliver", "--since", "100h");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("the App's id is missing", "the App's private key is missing", "three days");
    }

    private Typed nkapp() {
        return new Typed(folder, variables -> new TestBackend());
    }
}
