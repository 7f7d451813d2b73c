package dev.nanokit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.URLEncoder;

/**
 * Dependencies go one way: engine ← state ← stages; engine ← providers/api ← providers; state ← webhook ← server; stages
 * and webhook ← the GitHub App ← its client; all of them ← nkapp.
 */
@AnalyzeClasses(packages = "dev.nanokit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ENGINE = "dev.nanokit.engine..";
    private static final String STATE = "dev.nanokit.state..";
    private static final String PROVIDER_API = "dev.nanokit.provider";
    private static final String PROVIDERS = "dev.nanokit.provider.*..";
    private static final String AWS_ACCESS = "dev.nanokit.aws";
    private static final String AWS_PROVIDER = "dev.nanokit.provider.aws..";
    private static final String STAGES = "dev.nanokit.stages..";
    private static final String SECRETS = "dev.nanokit.secrets..";
    private static final String WEBHOOK = "dev.nanokit.webhook..";
    private static final String SERVER = "dev.nanokit.server..";
    private static final String GITHUB_CLIENT = "dev.nanokit.github.client..";
    private static final String[] GITHUB_APP = {
        "dev.nanokit.github.api..",
        "dev.nanokit.github.command..",
        "dev.nanokit.github.drift..",
        "dev.nanokit.github.flow..",
        "dev.nanokit.github.plans..",
        "dev.nanokit.github.policy..",
        "dev.nanokit.github.report..",
        "dev.nanokit.github.step.."
    };
    private static final String NKAPP = "dev.nanokit.cli..";

    @ArchTest
    static final ArchRule everyModuleKnowsOnlyThoseBelowIt = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.nanokit..")
            .layer("engine")
            .definedBy(ENGINE)
            .layer("state")
            .definedBy(STATE)
            .layer("provider api")
            .definedBy(PROVIDER_API)
            .layer("providers")
            .definedBy(PROVIDERS)
            .layer("AWS access")
            .definedBy(AWS_ACCESS)
            .layer("stages")
            .definedBy(STAGES)
            .layer("secrets")
            .definedBy(SECRETS)
            .layer("webhook")
            .definedBy(WEBHOOK)
            .layer("server")
            .definedBy(SERVER)
            .layer("GitHub App")
            .definedBy(GITHUB_APP)
            .layer("GitHub client")
            .definedBy(GITHUB_CLIENT)
            .layer("nkapp")
            .definedBy(NKAPP)
            .whereLayer("engine")
            .mayNotAccessAnyLayer()
            .whereLayer("state")
            .mayOnlyAccessLayers("engine")
            .whereLayer("provider api")
            .mayOnlyAccessLayers("engine")
            .whereLayer("providers")
            .mayOnlyAccessLayers("engine", "provider api", "AWS access")
            .whereLayer("AWS access")
            .mayNotAccessAnyLayer()
            .whereLayer("stages")
            .mayOnlyAccessLayers("engine", "state", "provider api")
            .whereLayer("secrets")
            .mayOnlyAccessLayers("engine", "stages", "AWS access")
            .whereLayer("webhook")
            .mayOnlyAccessLayers("engine", "state")
            .whereLayer("server")
            .mayOnlyAccessLayers("state", "webhook")
            .whereLayer("GitHub App")
            .mayOnlyAccessLayers("engine", "state", "provider api", "stages", "webhook")
            .whereLayer("GitHub client")
            .mayOnlyAccessLayers("GitHub App", "webhook")
            .whereLayer("nkapp")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule theEngineTouchesNeitherFilesNorNetworkNorDatabases = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net..",
                            "java.nio.file..",
                            "java.nio.channels..",
                            "java.sql..",
                            "javax.sql..",
                            "java.util.logging..")
                    .and(not(type(URLEncoder.class))));

    @ArchTest
    static final ArchRule theEngineKnowsNoVendorAndNoFramework = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "com.github.dockerjava..",
                    "org.apache.sshd..",
                    "io.quarkus..",
                    "jakarta..",
                    "picocli..",
                    "org.sqlite..");

    @ArchTest
    static final ArchRule theEngineHasNoClockAndNoChance = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule onlyTheCommandLinesKnowPicocli = noClasses()
            .that()
            .resideOutsideOfPackages("dev.nanokit.cli", "dev.nanokit.cli.command..", "dev.nanokit.github.command..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule onlyWhatSpeaksToAwsKnowsItsSdk = noClasses()
            .that()
            .resideOutsideOfPackages(STATE, SECRETS, AWS_ACCESS, AWS_PROVIDER)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon..");

    @ArchTest
    static final ArchRule onlyTheDockerProviderKnowsDocker = noClasses()
            .that()
            .resideOutsideOfPackage("dev.nanokit.provider.docker..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.dockerjava..", "org.apache.sshd..");

    @ArchTest
    static final ArchRule onlyOnePlacePutsThePartsTogether = classes()
            .that()
            .resideInAPackage(PROVIDERS)
            .should()
            .onlyHaveDependentClassesThat(resideInAnyPackage(PROVIDERS, "dev.nanokit.cli.backend.."));

    @ArchTest
    static final ArchRule nothingPrintsPastTheTerminal =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");

    @ArchTest
    static final ArchRule theCommandLinesPackagesHaveNoCycles =
            slices().matching("dev.nanokit.cli.(*)..").should().beFreeOfCycles();
}
