package dev.nanokit.engine.config.layer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.source.Problem;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergingTest {
    @Test
    void blocksAreMergedKeyByKeyAndListsReplaced() {
        Environment stage = stage("""
                services:
                  web: { image: nginx, env: { A: base, B: base }, depends_on: [api, queue] }
                  api: { image: nginx }
                  queue: { image: nginx }
                """, "services: { web: { env: { B: stage, C: stage }, depends_on: [api] } }");

        Service web = stage.services().get("web");
        assertThat(web.env()).isEqualTo(Map.of("A", "base", "B", "stage", "C", "stage"));
        assertThat(web.dependsOn()).containsExactly("api");
    }

    @Test
    void nullRemovesWhatWasInherited() {
        Environment stage = stage(
                "env: { A: base }\nservices: { web: { image: nginx, port: 80 }, api: { image: nginx } }",
                "env: null\nservices: { web: { port: null }, api: ~ }");

        assertThat(stage.services()).containsOnlyKeys("web");
        assertThat(stage.services().get("web").port()).isEmpty();
        assertThat(stage.services().get("web").env()).isEmpty();
    }

    @Test
    void nullThatRemovesNothingIsWarnedAbout() {
        Environment stage = stage("", "volumes: { data: }");

        assertThat(stage.volumes()).isEmpty();
        assertThat(stage.warnings())
                .extracting(Problem::what)
                .containsExactly("environments.stage.volumes.data removes nothing");
    }

    @Test
    void anotherProviderStartsFromAnEmptyInfraBlock() {
        Environment stage = stage(
                "infra: { provider: aws, region: us-east-1, vpc: vpc-1 }",
                "infra: { provider: docker, cidr: 10.1.0.0/16 }");

        assertThat(stage.infra().provider()).isEqualTo(ProviderId.DOCKER);
        assertThat(stage.infra().region()).isEmpty();
        assertThat(stage.infra().cidr()).contains("10.1.0.0/16");
    }

    @Test
    void theSameProviderKeepsWhatWasInherited() {
        Environment stage =
                stage("infra: { provider: aws, region: us-east-1 }", "infra: { provider: aws, vpc: vpc-1 }");

        assertThat(stage.infra().region()).contains("us-east-1");
    }

    @Test
    void dockerNamedOverNoProviderIsTheSameProvider() {
        Environment stage = stage("infra: { cidr: 10.1.0.0/16 }", "infra: { provider: docker }");

        assertThat(stage.infra().cidr()).contains("10.1.0.0/16");
    }

    @Test
    void anotherPlaceOfSecretsReplacesTheReference() {
        Environment stage = stage(
                "secrets: { KEY: { from: ssm, path: /key } }\nservices: { web: { image: nginx } }",
                "secrets: { KEY: { from: env, name: THE_KEY } }");

        SecretRef key = stage.services().get("web").secrets().get("KEY");
        assertThat(key.source()).isEqualTo("env:THE_KEY");
    }

    @Test
    void anotherSourceReplacesTheInheritedOne() {
        Environment stage = stage("services: { web: { image: nginx } }", "services: { web: { build: ./web } }");

        assertThat(stage.services().get("web").source())
                .isEqualTo(new Service.Source.Build("./web", Optional.empty(), Map.of(), Optional.empty()));
    }

    @Test
    void theShortFormOfABuildIsMergedLikeTheLongOne() {
        Environment stage =
                stage("services: { web: { build: ./web } }", "services: { web: { build: { target: dev } } }");

        assertThat(stage.services().get("web").source())
                .isEqualTo(new Service.Source.Build("./web", Optional.empty(), Map.of(), Optional.of("dev")));
    }

    @Test
    void anchorsAndMergeKeysShareBlocks() {
        Environment stage = stage("""
                x-common: &common { memory: 512mb, env: { A: common } }
                services:
                  web: { <<: *common, image: nginx }
                  api: { <<: [{ memory: 1gb }, *common], image: nginx }
                """, "");

        assertThat(stage.services().get("web").memoryBytes()).hasValue(512L << 20);
        assertThat(stage.services().get("api").memoryBytes()).hasValue(1L << 30);
        assertThat(stage.services().get("api").env()).isEqualTo(Map.of("A", "common"));
    }

    private static Environment stage(String base, String override) {
        String blocks = override.isEmpty() ? " {}" : "\n" + override.indent(4).stripTrailing();
        String text = "name: shop\n" + base.stripTrailing() + "\nenvironments:\n  stage:" + blocks + "\n";
        return NanokitConfig.parse("nanokit.yml", text).environment("stage", Variables.none());
    }
}
