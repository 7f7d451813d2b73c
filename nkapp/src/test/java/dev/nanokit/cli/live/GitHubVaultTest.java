package dev.nanokit.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.cli.github.Aside;
import dev.nanokit.cli.github.Browser;
import dev.nanokit.cli.github.RegisteringGitHub;
import dev.nanokit.github.standin.StandIn;
import dev.nanokit.github.standin.web.Webhooks.Attempt;
import dev.nanokit.github.standin.world.Repo;
import dev.nanokit.secrets.AwsSecretVault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An App whose key and secret are in Secrets Manager, from its registration to its first delivery. */
@Timeout(180)
class GitHubVaultTest {
    private static AwsStandin aws;

    private final String name = "nanokit/" + UUID.randomUUID();
    private final List<Serving> started = new ArrayList<>();

    @TempDir
    private Path folder;

    private StandIn github;

    @BeforeAll
    static void openAccount() {
        aws = AwsStandin.start();
    }

    @AfterAll
    static void closeAccount() {
        if (aws != null) {
            aws.close();
        }
    }

    @BeforeEach
    void openGitHub() {
        github = StandIn.start();
    }

    @AfterEach
    void clean() throws InterruptedException {
        for (Serving one : started) {
            one.end();
        }
        github.close();
    }

    @Test
    void whatSetupKeepsThereIsWhatServeRunsWithAndRedeliverAsksWith() throws Exception {
        assertThat(setUp())
                .contains("nkapp github serve --secrets-manager " + name)
                .doesNotContain("BEGIN");
        Repo repo = github.repository("acme/shop");

        Serving app = serve("--secrets-manager", name);
        github.webhooks().sendTo(app.webhook());
        repo.commit("main", Map.of("README.md", "shop"));
        github.webhooks().await();

        assertThat(github.webhooks().attempts())
                .isNotEmpty()
                .extracting(Attempt::statusCode)
                .containsOnly(202);
        Aside redeliver =
                Aside.start(folder, variables(), "github", "redeliver", "--secrets-manager", arnOf("webhook-secret"));
        assertThat(redeliver.rest()).isEqualTo("✓ Everything of the last 1d has arrived.");
        assertThat(app.stop()).isZero();
    }

    @Test
    void anAppThatIsKeptThereIsNeverOverwrittenUnasked() throws Exception {
        keep("webhook-secret", "another App's");

        Aside refused = Aside.start(folder, variables(), "github", "setup", "--secrets-manager", name);

        assertThat(refused.rest()).contains(name + "/webhook-secret is there already", "--force");
        assertThat(refused.status()).isEqualTo(64);
    }

    @Test
    void whileTheWebhookSecretIsExchangedBothCount() throws Exception {
        keep("app", "{\"id\": " + github.app().id() + "}");
        keep("private-key", github.app().keys().pem());
        keep("webhook-secret", github.app().webhookSecret());
        keep("webhook-secret", "the new one");
        Serving app = serve("--secrets-manager", name);

        github.webhooks().sendTo(app.webhook());
        github.repository("acme/shop").commit("main", Map.of("README.md", "shop"));
        github.webhooks().await();

        assertThat(github.webhooks().attempts()).extracting(Attempt::statusCode).containsOnly(202);
    }

    @Test
    void aNameUnderWhichNothingIsKeptIsSaid() throws Exception {
        Serving app = serve("--secrets-manager", name);

        assertThat(app.everything()).contains("there is no secret " + name + "/app", "AWS_REGION");
        assertThat(app.status()).isEqualTo(1);
    }

    @Test
    void whatIsNoKeyIsSaidAndNotShown() throws Exception {
        keep("app", "{\"id\": 1}");
        keep("private-key", "hunter2");
        Serving app = serve("--secrets-manager", name);

        assertThat(app.everything())
                .contains(name + "/private-key in Secrets Manager holds no key", ".pem")
                .doesNotContain("hunter2");
        assertThat(app.status()).isEqualTo(1);
    }

    @Test
    void whatHoldsNoIdIsSaid() throws Exception {
        keep("app", "nanokit");
        Serving app = serve("--secrets-manager", name);

        assertThat(app.everything()).contains(name + "/app in Secrets Manager is not JSON with the App's id");
        assertThat(app.status()).isEqualTo(1);
    }

    @Test
    void anAccountThatCanNotBeReachedIsSaid() throws Exception {
        Map<String, String> nowhere = variables();
        nowhere.put("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        Aside redeliver = Aside.start(folder, nowhere, "github", "redeliver", "--secrets-manager", name);

        assertThat(redeliver.rest()).contains("AWS can't be reached", "AWS_ENDPOINT_URL");
        assertThat(redeliver.status()).isEqualTo(1);
    }

    @Test
    void anAppInTwoPlacesIsRefused() throws Exception {
        Map<String, String> variables = variables();
        variables.put("NANOKIT_GITHUB_APP_ID", "4711");
        variables.put("NANOKIT_GITHUB_SECRETS_MANAGER", name);
        Aside serve = Aside.start(folder, variables, "github", "serve", "--webhook-secret-file", "secret");

        assertThat(serve.rest())
                .contains(
                        "--secrets-manager and NANOKIT_GITHUB_APP_ID can't both be given",
                        "--secrets-manager and --webhook-secret-file can't both be given");
        assertThat(serve.status()).isEqualTo(64);
    }

    private String setUp() throws Exception {
        try (RegisteringGitHub registering = new RegisteringGitHub(
                        github.app().id(),
                        github.app().keys().pem(),
                        github.app().webhookSecret());
                Browser browser = new Browser()) {
            Aside setup = Aside.start(
                    folder,
                    variables(),
                    "github",
                    "setup",
                    "--web-url",
                    registering.address(),
                    "--secrets-manager",
                    name);
            browser.follow(setup.line().split(" ", -1)[1]);
            return setup.rest();
        }
    }

    private Serving serve(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--port", "0"));
        Serving app = Serving.start(folder, variables(), words.toArray(String[]::new));
        started.add(app);
        return app;
    }

    private void keep(String what, String value) {
        try (AwsSecretVault vault = new AwsSecretVault(variables())) {
            vault.put(name + "/" + what, value);
        }
    }

    private String arnOf(String what) {
        return "arn:aws:secretsmanager:eu-central-1:123456789012:secret:" + name + "/" + what + "-aB3dE6";
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>(aws.variables());
        variables.put("NANOKIT_STATE", "sqlite://" + folder.resolve("state/state.db"));
        variables.put("NANOKIT_GITHUB_API_URL", github.apiUrl().toString());
        return variables;
    }
}
