package dev.nanokit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.plan.PlanJson;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final String FILE = """
            name: shop
            git:
              environments: { main: production, "feature/*": preview }
            services:
              web: { image: "nginx:1.27", port: 8080, expose: 80 }
            environments:
              stage: {}
            """;

    @TempDir
    private Path folder;

    private final TestBackend backend = new TestBackend();
    private Typed nkapp;

    @BeforeEach
    void writeFile() {
        nkapp = new Typed(folder, variables -> backend).file("nanokit.yml", FILE);
    }

    @Test
    void theJsonOfAPlanIsTheEnginesAndNothingElseIsOnStandardOutput() {
        backend.plans(Samples.fullPlan());

        Typed.Outcome outcome = nkapp.run("plan", "--json");

        assertThat(outcome.out()).isEqualTo(PlanJson.writePretty(Samples.fullPlan()) + "\n");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aPlanIsSavedWhole() throws Exception {
        backend.plans(Samples.fullPlan());

        Typed.Outcome outcome = nkapp.run("plan", "--output", "plan.json");

        assertThat(folder.resolve("plan.json")).hasContent(PlanJson.writePretty(Samples.fullPlan()));
        assertThat(outcome.out())
                .endsWith("Saved to plan.json. To apply exactly this plan: nkapp up --plan plan.json\n");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("nanokit.yml", "plan.json");
        }
    }

    @Test
    void aPlanThatCannotBeSavedSaysWhy() {
        backend.plans(Samples.fullPlan());

        Typed.Outcome outcome = nkapp.run("plan", "--output", "none/plan.json");

        assertThat(outcome.status()).isEqualTo(1);
        assertThat(outcome.err()).contains("plan.json can't be written", "there is no folder");
    }

    @Test
    void coloursAreForTerminalsAlone() {
        backend.plans(Samples.fullPlan());

        assertThat(nkapp.run("plan").out()).doesNotContain("\u001b");
        assertThat(nkapp.onTerminal().run("plan").out()).contains("\u001b[32m+");
        assertThat(nkapp.run("plan", "--no-color").out()).doesNotContain("\u001b");
        assertThat(nkapp.variable("NO_COLOR", "1").run("plan").out()).doesNotContain("\u001b");
    }

    @Test
    void theBranchDecidesTheEnvironment() {
        backend.plans(Samples.emptyPlan());
        nkapp.file(".git/HEAD", "ref: refs/heads/feature/x\n");
        nkapp.run("plan");
        nkapp.file(".git/HEAD", "ref: refs/heads/main\n");
        nkapp.run("plan");
        nkapp.file(".git/HEAD", "ref: refs/heads/other\n");
        nkapp.run("plan");
        nkapp.run("plan", "--env", "stage");

        assertThat(backend.planned())
                .extracting(input -> input.environment().name())
                .containsExactly("preview", "production", "local", "stage");
        assertThat(backend.planned().getFirst().id().tenant()).isEqualTo("local");
    }

    @Test
    void theCommitAndTheRepositoryComeFromTheCheckout() {
        backend.plans(Samples.emptyPlan());
        nkapp.file(".git/HEAD", "1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d\n")
                .file(".git/config", "[remote \"origin\"]\n\turl = https://ada:s3cret@code.example/acme/shop.git\n");
        nkapp.run("plan");

        assertThat(backend.planned().getFirst().commit()).isEqualTo("1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d");
        assertThat(backend.planned().getFirst().repository()).isEqualTo("code.example/acme/shop");
    }

    @Test
    void outsideACheckoutTheFolderIsTheRepository() {
        backend.plans(Samples.emptyPlan());
        nkapp.run("plan");

        assertThat(backend.planned().getFirst().commit()).isEmpty();
        assertThat(backend.planned().getFirst().repository()).isEqualTo(folder.toString());
    }

    @Test
    void theProcessesVariablesWinOverThoseOfDotEnv() {
        backend.plans(Samples.emptyPlan());
        nkapp.file(".env", "A=file\nB=file\n").variable("A", "process").run("plan");

        assertThat(backend.planned().getFirst().variables())
                .containsEntry("A", "process")
                .containsEntry("B", "file");
    }

    @Test
    void aBrokenDotEnvIsNamedByItsLine() {
        Typed.Outcome outcome = nkapp.file(".env", "A=1\nhunter2\n").run("plan");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains(".env:2:1", "NAME=value").doesNotContain("hunter2");
    }

    @Test
    void theFileIsFoundFromAFolderInsideTheCheckout() {
        backend.plans(Samples.emptyPlan());
        nkapp.file(".git/HEAD", "ref: refs/heads/main\n").file("src/app/x", "");

        Typed.Outcome outcome = new Typed(folder.resolve("src/app"), variables -> backend).run("plan");

        assertThat(outcome.status()).as(outcome.err()).isZero();
        assertThat(backend.planned().getFirst().baseFolder()).isEqualTo(folder);
    }

    @Test
    void withoutAFileNkappSaysHowToGetOne() {
        nkapp.file("empty/x", "");

        Typed.Outcome outcome = new Typed(folder.resolve("empty"), variables -> backend).run("plan");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.err()).contains("there is no nanokit.yml in", "nkapp init");
    }

    @Test
    void servicesLimitThePlan() {
        backend.plans(Samples.emptyPlan());
        nkapp.run("plan", "web");

        assertThat(backend.planned().getFirst().targets()).containsExactly("web");
        assertThat(backend.planned().getFirst().destroy()).isFalse();
    }

    @Test
    void aDestroyCanBePlanned() {
        backend.plans(Samples.emptyPlan());
        nkapp.run("plan", "--destroy");

        assertThat(backend.planned().getFirst().destroy()).isTrue();
    }

    @Test
    void withoutAnEngineAPlanIsMadeFromWhatStateRemembers() {
        backend.plans(Samples.emptyPlan());
        nkapp.run("plan");
        assertThat(backend.offline()).isFalse();

        nkapp.run("plan", "--offline");
        assertThat(backend.offline()).isTrue();
    }

    @Test
    void everyErrorOfTheFileIsShownAtOnce() {
        Typed.Outcome outcome = nkapp.file("nanokit.yml", "name: shop\nservices:\n  web: { imge: x }\nsevices: {}\n")
                .run("plan");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("nanokit.yml:3:", "nanokit.yml:4:");
    }

    @Test
    void anErrorOfTheFileIsJsonWhereJsonIsWanted() {
        Typed.Outcome outcome =
                nkapp.file("nanokit.yml", "name: shop\nsevices: {}\n").run("plan", "--json");

        assertThat(outcome.status()).isEqualTo(64);
        assertThat(outcome.out())
                .contains(
                        "\"code\": \"invalid-file\"", "\"exitStatus\": 64", "\"line\": 2", "\"file\": \"nanokit.yml\"");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aStackTraceIsShownOnlyWhenItIsAskedFor() {
        backend.failsWith(new IllegalStateException("oops"));

        assertThat(nkapp.run("plan").err())
                .contains("IllegalStateException", "--verbose")
                .doesNotContain("\tat ");
        assertThat(nkapp.run("plan", "--verbose").err()).contains("\tat dev.nanokit");
        assertThat(nkapp.variable("NANOKIT_DEBUG", "1").run("plan").err()).contains("\tat dev.nanokit");
    }

    @Test
    void theBackendIsClosedWhateverHappens() {
        backend.failsWith(new IllegalStateException("oops"));
        nkapp.run("plan");

        assertThat(backend.closed()).isTrue();
    }
}
