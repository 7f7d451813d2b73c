package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** cfn-lint finds nothing. */
class LintTest {
    @TempDir
    private Path folder;

    @Test
    void theTemplatesAreWithoutMistakes() {
        assertClean(Command.of(
                "cfn-lint", "template.yaml", "infra-bootstrap/account.yaml", "infra-bootstrap/target-account.yaml"));
    }

    @Test
    void whatSamMakesOfItIsWithoutMistakes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("translated.json"), Template.translated().text());

        assertClean(Command.of("cfn-lint", file.toString()));
    }

    @Test
    void aMistakeWouldBeFound() throws IOException {
        String template = Files.readString(Command.ROOT.resolve("template.yaml"));
        Path file = Files.writeString(
                folder.resolve("template.yaml"), template.replace("BillingMode: PAY_PER_REQUEST", "BillingMode: FREE"));

        Command.Outcome outcome = Command.of("cfn-lint", file.toString()).run();

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.out()).contains("'FREE' is not one of");
    }

    private static void assertClean(Command lint) {
        Command.Outcome outcome = lint.run();
        assertThat(outcome.status()).as(outcome.all()).isZero();
    }
}
