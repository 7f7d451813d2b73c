package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the way of a deployment is said, with the way out of it. */
class RefusalsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    ROLLBACK_COMPLETE;      'Table: nanokit already exists';  bin/undeploy --stack nanokit
                    ROLLBACK_FAILED;        'Table: nanokit already exists';  bin/undeploy --stack nanokit
                    DELETE_FAILED;          'Table: nanokit already exists';  bin/undeploy --stack nanokit
                    UPDATE_ROLLBACK_FAILED; 'Table: nanokit already exists';  continue-update-rollback
                    UPDATE_IN_PROGRESS;     'being changed by somebody else'; wait for it
                    """, delimiter = ';')
    void aStackThatCanNotBeChangedIsLeftAloneAndTheWayOutIsSaid(String status, String why, String fix) {
        try (ScriptedAccount account = ScriptedAccount.whoseStackIs(status)) {
            Installation installation = Installation.in(folder, account.variables());

            assertThat(installation.fails("deploy", "--no-build")).contains(status, why, "→ ", fix);
            assertThat(account.asked()).doesNotContain("CreateChangeSet", "ExecuteChangeSet", "DeleteStack");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ExpiredToken, AWS refuses the credentials, aws sso login",
        "InvalidClientTokenId, AWS refuses the credentials, aws sso login",
        "AccessDenied, AWS does not allow GetCallerIdentity, the deploy role that bin/bootstrap made"
    })
    void credentialsThatAwsRefusesAreNamed(String code, String what, String fix) {
        try (ScriptedAccount account = ScriptedAccount.thatRefuses(code)) {
            Installation installation = Installation.in(folder, account.variables());

            assertThat(installation.fails("deploy")).contains(what, "not so", fix);
            assertThat(installation.fails("bootstrap")).contains(what);
            assertThat(installation.fails("undeploy", "--yes")).contains(what);
        }
    }

    @Test
    void withoutCredentialsRegionOrNetworkItSaysSo() {
        Map<String, String> signedIn = Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_MAX_ATTEMPTS", "1");
        Installation installation = Installation.in(folder, signedIn);

        assertThat(installation.fails("deploy")).contains("AWS can't be reached", "check the network");
        assertThat(installation.with("AWS_REGION", "").fails("deploy"))
                .contains("no AWS region is set", "--region eu-west-1");
        assertThat(installation.with("AWS_ACCESS_KEY_ID", "").fails("deploy"))
                .contains("there are no AWS credentials", "aws sso login");
        assertThat(installation.with("AWS_PROFILE", "other").fails("deploy")).contains("other", "~/.aws/config");
    }

    /** By way of the script, which makes the environment of Python that it needs. */
    @Test
    void theScriptExplainsItself() {
        Command.Outcome help = Command.of("bin/deploy", "--help").run();

        assertThat(help.status()).as(help.all()).isZero();
        assertThat(help.out()).contains("--dry-run", "--stack STACK", "builds, uploads, changes the stack");
    }
}
