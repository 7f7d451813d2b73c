package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * bin/bootstrap, bin/deploy and bin/undeploy on an emulated account. The whole template is deployed. What moto's
 * CloudFormation leaves out of it is named here; it also drops a table's time to live, backups and encryption, and shows
 * resources in a change set whatever their condition.
 */
class DeployTest {
    private static final Set<String> UNKNOWN_TO_MOTO = Set.of(
            "AWS::ApiGatewayV2::Stage", "AWS::CloudWatch::Alarm", "AWS::Scheduler::Schedule", "AWS::S3::BucketPolicy");
    private static final Pattern HASH = Pattern.compile("Version[0-9a-f]{10}");

    @TempDir
    private Path folder;

    private static EmulatedAccount account;

    private Installation installation;

    @BeforeAll
    static void openAccount() {
        account = EmulatedAccount.open();
    }

    @BeforeEach
    void checkOut() {
        account.empty();
        installation = Installation.in(folder, account.variables());
    }

    @AfterAll
    static void closeAccount() {
        if (account != null) {
            account.close();
        }
    }

    @Test
    void anEmptyAccountIsInstalledByTwoCommandsWhichEndWithTheAppsSetup() throws IOException {
        assertThat(installation.succeeds("bootstrap")).contains("✓ nanokit-bootstrap is there.", "Next: bin/deploy");

        String said = installation.succeeds("deploy", "--organization", "acme");

        JsonNode stack = installation.look();
        assertThat(stack.path("status").asString()).isEqualTo("CREATE_COMPLETE");
        assertThat(resources(stack)).isEqualTo(resourcesOfTheTemplate());
        assertThat(stack.path("machines").toString())
                .isEqualTo("[\"nanokit-apply\",\"nanokit-deliver\",\"nanokit-destroy\",\"nanokit-plan\"]");
        assertThat(stack.at("/functions/nanokit-webhook/variables/NANOKIT_STATE_MACHINE_ARN")
                        .asString())
                .endsWith(":stateMachine:nanokit-deliver");
        assertThat(stack.at("/functions/nanokit-state/variables/NANOKIT_PROVIDER_FUNCTIONS")
                        .asString())
                .contains(":function:nanokit-provider-http:live");
        assertThat(stack.at("/functions/nanokit-github/variables/NANOKIT_STATE").asString())
                .isEqualTo("dynamodb://nanokit?region=eu-central-1");
        assertThat(stack.at("/parameters/PermissionsBoundary").asString()).contains("nanokit-bootstrap-Boundary");
        assertThat(said).contains("+ Table  AWS::DynamoDB::Table", "✓ nanokit is there.", "/webhook");
        assertThat(installation.steps().getFirst()).isEqualTo("built");
        assertThat(installation.steps().getLast())
                .matches("nkapp github setup --secrets-manager nanokit --webhook-url https://\\S+/webhook"
                        + " --organization acme in eu-central-1");
    }

    @Test
    void aDryRunShowsWhatWouldChangeAndChangesNothing() throws IOException {
        installation.succeeds("bootstrap");

        String said = installation.succeeds("deploy", "--dry-run");

        assertThat(said)
                .contains("+ WebhookFunction  AWS::Lambda::Function", " added.", "Nothing was done (--dry-run).");
        JsonNode stack = installation.look();
        assertThat(stack.path("status").isNull()).isTrue();
        assertThat(stack.path("functions").size()).isZero();
        assertThat(stack.path("bucket").toString()).doesNotContain("functions/");
        assertThat(installation.steps()).containsExactly("built");
    }

    @Test
    void whatIsAsItShouldBeIsLeftAlone() {
        install();
        JsonNode before = installation.look();

        assertThat(installation.succeeds("deploy", "--no-setup"))
                .contains("Nothing to change: nanokit is as it should be.");
        assertThat(installation.succeeds("bootstrap"))
                .contains("Nothing to change: nanokit-bootstrap is as it should be.");

        assertThat(installation.look()).isEqualTo(before);
    }

    @Test
    void newCodeIsPublishedAndUploadedAndTheOldKept() {
        install();
        int uploaded = installation.look().path("bucket").size();
        installation.built("second");

        String said = installation.succeeds("deploy", "--no-setup");

        assertThat(said)
                .contains("uploaded github-app/lambda/target/function.zip", "~ WebhookFunction  AWS::Lambda::Function");
        assertThat(said).doesNotContain("PlanMachine");
        assertThat(installation.look().path("bucket").size()).isEqualTo(uploaded + 4);
    }

    /** SnapStart's snapshots hold the variables that a version was published with. */
    @Test
    void aNewSettingIsKeptAndReachesTheFunctionsThatAreCalled() {
        install();
        Set<String> before = versions();

        installation.succeeds("deploy", "--no-setup", "--set", "GitHubApiUrl=https://ghe.example.com/api/v3");
        Set<String> after = versions();
        String said = installation.succeeds("deploy", "--no-setup");

        assertThat(after).hasSize(5).doesNotContainAnyElementsOf(before);
        assertThat(said)
                .contains(
                        "Nothing to change",
                        "--web-url https://ghe.example.com --api-url https://ghe.example.com/api/v3");
        assertThat(installation
                        .look()
                        .at("/functions/nanokit-github/variables/NANOKIT_GITHUB_API_URL")
                        .asString())
                .isEqualTo("https://ghe.example.com/api/v3");
    }

    @Test
    void onceTheAppIsRegisteredItsInstallLinkIsShown() throws IOException {
        install();
        keepAppSecrets();

        String said = installation.succeeds("deploy");

        assertThat(said)
                .contains("Install the App in repositories: https://github.com/apps/nanokit-acme/installations/new");
        assertThat(installation.steps()).doesNotContain("nkapp");
    }

    @Test
    void undeployKeepsTheTableAndTheNextDeployGoesOnWithItAndWithTheApp() throws IOException {
        install();
        keepAppSecrets();

        String removed = installation.succeeds("undeploy", "--yes");

        JsonNode left = installation.look();
        assertThat(left.path("status").isNull()).isTrue();
        assertThat(left.path("functions").size()).isZero();
        assertThat(left.path("machines").size()).isZero();
        assertThat(left.at("/table/protected").asBoolean()).isTrue();
        assertThat(left.at("/secrets").toString())
                .isEqualTo("{\"nanokit/private-key\":true,\"nanokit/webhook-secret\":true,\"nanokit/app\":true}");
        assertThat(removed).contains("The table nanokit stays", "aws dynamodb delete-table", "goes in 30 days");

        String again = installation.succeeds("deploy");

        assertThat(again)
                .contains(
                        "The table nanokit is there already, and is used as it is",
                        "Took back the removal of the secret nanokit/app");
        JsonNode stack = installation.look();
        assertThat(stack.at("/parameters/ExistingTable").asString()).isEqualTo("nanokit");
        assertThat(resources(stack)).doesNotContain("Table").contains("WebhookFunction");
        assertThat(stack.at("/secrets/nanokit~1app").asBoolean()).isFalse();
        assertThat(installation.steps()).containsOnly("built");
    }

    @Test
    void undeployAsksFirst() {
        install();

        assertThat(installation.fails("undeploy")).contains("nobody is there to agree to it", "--yes");

        assertThat(installation.look().path("status").asString()).isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void githubsActionsMayDeployFromOneBranchOnceARepositoryIsNamed() {
        String without = installation.succeeds("bootstrap");
        String with = installation.succeeds("bootstrap", "--set", "Repository=acme/nanokit");

        assertThat(without).doesNotContain("may deploy as");
        assertThat(with).contains("GitHub Actions of acme/nanokit, branch main, may deploy as arn:aws:iam::");
    }

    @Test
    void withoutABootstrapThatIsWhatComesFirst() {
        assertThat(installation.fails("deploy"))
                .contains("has not been made ready in eu-central-1", "first run bin/bootstrap");
    }

    @Test
    void whatDoesNotBuildIsNotDeployed() throws IOException {
        installation.succeeds("bootstrap");
        installation.script("bin/lib/functions-build.sh", "exit 1");
        assertThat(installation.fails("deploy")).contains("could not be built");

        Files.delete(installation.file("functions/deploy-http/target/function.zip"));
        assertThat(installation.fails("deploy", "--no-build"))
                .contains("not built: functions/deploy-http/target/function.zip", "leave out --no-build");
        assertThat(installation.look().path("status").isNull()).isTrue();
    }

    @Test
    void wrongSettingsAreRefusedAllAtOnceWithTheClosestName() {
        installation.succeeds("bootstrap");

        assertThat(installation.fails("deploy", "--set", "DriftRates=rate(1 hour)", "--set", "AlarmEmail"))
                .contains("no parameter DriftRates", "--set AlarmEmail is not NAME=VALUE", "did you mean DriftRate?");
        assertThat(installation.fails("deploy", "--set", "AppSecrets=nanokit/app", "--set", "ProjectSecrets=nanokit"))
                .contains("would let providers read the App's secrets");
    }

    @Test
    void thereIsNothingToRemoveWhereNothingIs() {
        assertThat(installation.fails("undeploy", "--yes"))
                .contains("there is no stack nanokit in account 123456789012");
    }

    private void install() {
        installation.succeeds("bootstrap");
        installation.succeeds("deploy", "--no-setup");
    }

    private void keepAppSecrets() {
        installation.keep("nanokit/private-key", "PEM");
        installation.keep("nanokit/webhook-secret", "s3cret");
        installation.keep(
                "nanokit/app",
                "{\"id\":1,\"slug\":\"nanokit-acme\",\"html_url\":\"https://github.com/apps/nanokit-acme\"}");
    }

    private Set<String> versions() {
        Set<String> versions = new TreeSet<>();
        for (JsonNode resource : installation.look().path("resources")) {
            Matcher version = HASH.matcher(resource.asString());
            if (version.find()) {
                versions.add(resource.asString());
            }
        }
        return versions;
    }

    private static Set<String> resources(JsonNode stack) {
        Set<String> names = new TreeSet<>();
        stack.path("resources")
                .forEach(resource -> names.add(HASH.matcher(resource.asString()).replaceAll("Version")));
        return names;
    }

    private static Set<String> resourcesOfTheTemplate() {
        Set<String> names = new TreeSet<>();
        Template.translated()
                .resources()
                .filter(resource -> !UNKNOWN_TO_MOTO.contains(
                        resource.getValue().path("Type").asString()))
                .forEach(resource -> names.add(HASH.matcher(resource.getKey()).replaceAll("Version")));
        return names;
    }
}
