package dev.nanokit.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NanokitConfigTest {
    private static final String TWO_ENVIRONMENTS = """
            name: shop
            component: api
            services: { web: { image: nginx } }
            git: { environments: { main: production, "feature/*": preview, "feature/main": stage } }
            environments:
              production:
                services: { web: { port: 80 } }
            """;

    @Test
    void theFileSaysWhoseItIs() {
        NanokitConfig config = parse(TWO_ENVIRONMENTS);

        assertThat(config.project()).isEqualTo("shop");
        assertThat(config.component()).isEqualTo("api");
        assertThat(parse("name: shop").component()).isEqualTo("main");
    }

    @Test
    void environmentsAreThoseThatAreNamedAndLocal() {
        NanokitConfig config = parse(TWO_ENVIRONMENTS);

        assertThat(config.environmentNames()).containsExactly("local", "preview", "production", "stage");
        assertThat(config.acceptsAnyEnvironment()).isFalse();
    }

    @Test
    void aFileThatNamesNoEnvironmentAcceptsAnyLegalName() {
        NanokitConfig config = parse("name: shop");

        assertThat(config.acceptsAnyEnvironment()).isTrue();
        assertThat(config.environment("anything", Variables.none()).name()).isEqualTo("anything");
        assertThat(refusal(() -> config.environment("Any Thing", Variables.none())))
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("any-thing"));
    }

    @Test
    void anUnknownEnvironmentIsRefusedWithTheNearestOne() {
        NanokitConfig config = parse(TWO_ENVIRONMENTS);

        assertThat(refusal(() -> config.environment("prodution", Variables.none())))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo("there is no environment 'prodution'");
                    assertThat(problem.why()).contains("local, preview, production, stage");
                    assertThat(problem.fix()).contains("production");
                    assertThat(problem.place()).isEqualTo(new Place("nanokit.yml", 5, 1));
                });
    }

    @Test
    void theBranchDecidesByTheMostSpecificPattern() {
        NanokitConfig config = parse(TWO_ENVIRONMENTS);

        assertThat(config.environmentForBranch("main")).contains("production");
        assertThat(config.environmentForBranch("feature/x")).contains("preview");
        assertThat(config.environmentForBranch("feature/main")).contains("stage");
        assertThat(config.environmentForBranch("feature/x/y")).isEmpty();
        assertThat(config.environmentForBranch("develop")).isEmpty();
    }

    @Test
    void whereNothingIsSaidAboutGitAMergeApplies() {
        GitRules rules = parse("name: shop").git();

        assertThat(rules.apply()).isEqualTo(GitRules.Apply.MERGE);
        assertThat(rules.require()).isEmpty();
        assertThat(rules.environments()).isEmpty();
    }

    @Test
    void whatGitDemandsIsRead() {
        GitRules rules = parse("name: shop\ngit: { apply: manual, require: [up_to_date, approved] }")
                .git();

        assertThat(rules.apply()).isEqualTo(GitRules.Apply.MANUAL);
        assertThat(rules.require()).containsExactly(GitRules.Requirement.APPROVED, GitRules.Requirement.UP_TO_DATE);
    }

    @Test
    void aValueStandsWhereTheOverrideWritesIt() {
        Environment environment = parse(TWO_ENVIRONMENTS).environment("production", Variables.none());

        assertThat(environment.places().of("services", "web", "port")).isEqualTo(new Place("nanokit.yml", 7, 30));
        assertThat(environment.places().of("services", "web", "image")).isEqualTo(new Place("nanokit.yml", 3, 27));
        assertThat(environment.places().of("services", "web")).isEqualTo(new Place("nanokit.yml", 7, 17));
        assertThat(environment.places().of("services", "web", "cpu"))
                .isEqualTo(environment.places().of("services", "web"));
        assertThat(environment.places().of("infra"))
                .isEqualTo(environment.places().root());
    }

    @Test
    void aValueOfAListHasItsOwnPlace() {
        Environment environment = parse("""
                        name: shop
                        infra:
                          provider: aws
                          instances:
                            - type: t3.micro
                            - type: t3.large
                        """).environment("local", Variables.none());

        assertThat(environment.places().of("infra", "instances", "1", "type"))
                .isEqualTo(new Place("nanokit.yml", 6, 13));
    }

    @Test
    void anErrorThatSeveralEnvironmentsInheritIsToldOnce() {
        List<Problem> problems =
                refusal(() -> parse("name: shop\nservices: { web: {} }\nenvironments: { stage: {}, production: {} }"));

        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly("services.web has none of image, build and runtime");
    }

    @Test
    void anErrorOfOneEnvironmentSaysWhoseItIs() {
        List<Problem> problems = refusal(() -> parse("name: shop\nenvironments: { stage: { services: { web: {} } } }"));

        assertThat(problems)
                .extracting(Problem::what)
                .containsExactly("services.web has none of image, build and runtime (environment stage)");
    }

    @Test
    void workInOneEnvironmentIsNotHeldUpByAnErrorInAnother() {
        byte[] file = "name: shop\nenvironments: { stage: { services: { web: {} } } }".getBytes(StandardCharsets.UTF_8);

        NanokitConfig config = NanokitConfig.parse("nanokit.yml", file, "local");

        assertThat(config.environment("local", Variables.none()).services()).isEmpty();
        assertThat(refusal(() -> NanokitConfig.parse("nanokit.yml", file, "stage")))
                .hasSize(1);
        assertThat(refusal(() -> NanokitConfig.parse("nanokit.yml", file, "other")))
                .hasSize(1);
    }

    @Test
    void anErrorOfStructureHoldsUpEveryEnvironment() {
        byte[] file = "name: shop\nenvironments: { stage: { servics: {} } }".getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(() -> NanokitConfig.parse("nanokit.yml", file, "local")))
                .hasSize(1);
    }

    @Test
    void errorsOfStructureAndOfMeaningComeTogether() {
        List<Problem> problems = refusal(() -> parse("""
                name: Shop
                infra: { cidr: 10.0.0.1/16 }
                services: { web: { imge: nginx, depends_on: [nowhere] } }
                """));

        assertThat(problems).hasSize(5);
    }

    @Test
    void warningsTravelWithTheEnvironment() {
        NanokitConfig config =
                parse("name: shop\ninfra: { provider: aws, scaling: auto, min: 1, instances: [{ type: t3.micro }] }");

        Environment environment = config.environment("local", Variables.none());

        assertThat(environment.infra().max()).hasValue(2);
        assertThat(environment.warnings())
                .extracting(Problem::what)
                .containsExactly("infra.max is not given: 2 is taken");
    }

    @Test
    void everyEnvironmentIsCheckedWithItsVariables() {
        NanokitConfig config = parse(
                "name: shop\nservices: { web: { image: nginx, port: \"${PORT}\" } }\nenvironments: { stage: {} }");

        assertThat(config.check(Variables.of(Map.of("PORT", "80")))).isEmpty();
        assertThat(config.check(Variables.none()))
                .extracting(Problem::what)
                .containsExactly("services.web.port: the variable PORT is not set");
        assertThat(config.check("stage", Variables.of(Map.of("PORT", "http")))).hasSize(1);
    }

    @Test
    void aVariableThatAnOverrideReplacesIsNotAskedFor() {
        NanokitConfig config = parse("""
                name: shop
                services: { web: { image: "${IMAGE}" } }
                environments: { local: { services: { web: { build: . } } } }
                """);

        assertThat(config.environment("local", Variables.none())
                        .services()
                        .get("web")
                        .source())
                .isInstanceOf(Service.Source.Build.class);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFile() {
        assertThat(parse("\uFEFFname: shop").project()).isEqualTo("shop");
    }

    @Test
    void windowsLineEndsAreLineEnds() {
        NanokitConfig config = parse("name: shop\r\nservices:\r\n  web:\r\n    image: nginx\r\n");

        assertThat(config.environment("local", Variables.none()).places().of("services", "web", "image"))
                .isEqualTo(new Place("nanokit.yml", 4, 12));
    }

    @Test
    void environmentsThatMultiplyALongFileAreRefused() {
        StringBuilder file = new StringBuilder("name: shop\nservices:\n");
        for (int i = 0; i < 9_000; i++) {
            file.append("  s").append(i).append(": { image: nginx, expose: 80 }\n");
        }
        file.append("environments:\n");
        for (int i = 0; i < 90; i++) {
            file.append("  e").append(i).append(": {}\n");
        }

        assertThat(refusal(() -> parse(file.toString())))
                .extracting(Problem::what)
                .containsExactly("the file has 2457091 values in all its environments");
    }

    @Test
    void theMessageOfARefusalNamesPlaces() {
        assertThat(catchThrowableOfType(InvalidConfigException.class, () -> parse("name: Shop")))
                .hasMessageStartingWith("nanokit.yml:1:7: name: expected a name");
    }

    private static NanokitConfig parse(String text) {
        return NanokitConfig.parse("nanokit.yml", text);
    }

    private static List<Problem> refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(InvalidConfigException.class, call).problems();
    }
}
