package dev.nanokit.provider.aws.ecs;

import static dev.nanokit.provider.aws.lab.Plans.actions;
import static dev.nanokit.provider.aws.lab.Plans.changes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Beside;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.TestAws;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;

@ExtendWith(TestAws.class)
class ServiceLifecycleTest {
    private static final String SERVICES = """
            environments: { production: {} }
            infra: { provider: aws, region: eu-central-1 }
            services:
              api:
                image: acme/api:1
                expose: 8080
                env: { LOG_LEVEL: info }
                secrets: { STRIPE_KEY: { from: ssm, path: /shop/stripe } }
                health: { command: probe }
              mailer: { image: "acme/mailer:1", start: mailer --fast }
            """;

    private final AwsLab lab = TestAws.lab();
    private final EcsClient ecs = Beside.ecs();
    private final IamClient iam = Beside.iam();
    private final SsmClient ssm = Beside.ssm();
    private Set<String> before;

    @BeforeEach
    void keepASecret() {
        ssm.putParameter(request -> request.name("/shop/stripe")
                .type(ParameterType.SECURE_STRING)
                .value("sk_live_1")
                .overwrite(true));
        before = Inventory.ofEverything();
    }

    @AfterEach
    void removeEverything() {
        lab.destroy(SERVICES);
        assertThat(Inventory.ofEverything()).isEqualTo(before);
        assertThat(lab.state()).isEmpty();
    }

    @Test
    void areMadeAndThenLeftAlone() {
        assertThat(actions(lab.up(SERVICES))).containsOnly(Action.CREATE);

        assertThat(actions(lab.plan(SERVICES))).isEmpty();
        Service api = service("api");
        assertThat(api.launchType()).isEqualTo(LaunchType.FARGATE);
        assertThat(api.desiredCount()).isEqualTo(1);
        assertThat(api.networkConfiguration().awsvpcConfiguration().subnets()).hasSize(2);
        TaskDefinition definition = definition(api.taskDefinition());
        assertThat(definition.cpu()).isEqualTo("256");
        ContainerDefinition container = definition.containerDefinitions().getFirst();
        assertThat(container.environment()).contains(variable("LOG_LEVEL", "info"), variable("NANOKIT_SERVICE", "api"));
        assertThat(container.secrets())
                .extracting(Secret::name, Secret::valueFrom)
                .containsExactly(tuple("STRIPE_KEY", parameterArn()));
        assertThat(container.toString()).doesNotContain("sk_live_1");
        assertThat(definition(service("mailer").taskDefinition())
                        .containerDefinitions()
                        .getFirst()
                        .command())
                .containsExactly("mailer", "--fast");
        assertThat(container("mailer").environment()).contains(variable("NANOKIT_URL_API", "http://api:8080"));
    }

    @Test
    void theExecutionRoleReadsItsOwnSecretsAndNoOthers() {
        lab.up(SERVICES);

        String policy = iam.getRolePolicy(request -> request.roleName(lab.project() + "-production-api-execution")
                        .policyName("nanokit"))
                .policyDocument();

        assertThat(policy)
                .contains("ssm%3AGetParameters")
                .contains("shop/stripe")
                .doesNotContain("secretsmanager");
        assertThat(iam.getRolePolicy(request -> request.roleName(lab.project() + "-production-mailer-execution")
                                .policyName("nanokit"))
                        .policyDocument())
                .doesNotContain("GetParameters");
    }

    @Test
    void anotherImageIsAnotherRevisionThatTheServiceMovesTo() {
        lab.up(SERVICES);
        String first = service("api").taskDefinition();

        Plan plan = lab.up(SERVICES.replace("acme/api:1", "acme/api:2"));

        assertThat(changes(plan)).containsExactly("REPLACE task-definition/api", "UPDATE service/api");
        String second = service("api").taskDefinition();
        assertThat(second).isNotEqualTo(first);
        assertThat(definition(second).containerDefinitions().getFirst().image()).isEqualTo("acme/api:2");
        assertThat(definition(first).statusAsString()).isEqualTo("ACTIVE");
        assertThat(actions(lab.plan(SERVICES.replace("acme/api:1", "acme/api:2"))))
                .isEmpty();
    }

    @Test
    void oldRevisionsAreDeregisteredButForThoseToRollBackTo() {
        for (int version = 1; version <= 5; version++) {
            lab.up(SERVICES.replace("acme/api:1", "acme/api:" + version));
        }

        assertThat(ecs.listTaskDefinitions(request -> request.familyPrefix(lab.project() + "-production-api"))
                        .taskDefinitionArns())
                .hasSize(3);
    }

    @Test
    void eachSettingOfATaskIsChanged() {
        lab.up(SERVICES);
        for (String changed : List.of(
                SERVICES.replace("LOG_LEVEL: info", "LOG_LEVEL: debug"),
                SERVICES.replace("expose: 8080", "expose: 9090"),
                SERVICES.replace("command: probe", "command: other probe"),
                SERVICES.replace("mailer --fast", "mailer --slow"),
                SERVICES.replace("expose: 8080", "expose: 8080\n    cpu: 1\n    memory: 4gb"),
                SERVICES.replace("STRIPE_KEY", "STRIPE_TOKEN"))) {
            assertThat(changes(lab.up(changed)))
                    .contains("UPDATE service/" + (changed.contains("slow") ? "mailer" : "api"));
            assertThat(actions(lab.plan(changed))).isEmpty();
        }
    }

    @Test
    void theNumberOfTasksAndTheWayOfUpdatingAreChangedInPlace() {
        lab.up(SERVICES);
        String changed =
                SERVICES.replace("expose: 8080", "expose: 8080\n    instances: 3\n    updateStrategy: rolling");

        assertThat(changes(lab.up(changed))).containsExactly("UPDATE service/api");

        assertThat(service("api").desiredCount()).isEqualTo(3);
        assertThat(service("api").deploymentConfiguration().minimumHealthyPercent())
                .isEqualTo(100);
        assertThat(actions(lab.plan(changed))).isEmpty();
    }

    @Test
    void aServiceThatIsTakenOutGoesWithEverythingOfItsOwn() {
        lab.up(SERVICES);
        String less = SERVICES.replaceFirst(" {2}mailer:.*\n", "");

        Plan plan = lab.up(less);

        assertThat(changes(plan))
                .contains("DELETE service/mailer", "DELETE role/mailer-task", "DELETE task-definition/mailer");
        assertThat(actions(lab.plan(less))).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsSeenAndRepaired() {
        lab.up(SERVICES);
        String cluster = lab.project() + "-production-services";
        ecs.updateService(request -> request.cluster(cluster)
                .service(lab.project() + "-production-api")
                .desiredCount(7));
        ecs.deleteService(request -> request.cluster(cluster)
                .service(lab.project() + "-production-mailer")
                .force(true));
        iam.putRolePolicy(request -> request.roleName(lab.project() + "-production-api-execution")
                .policyName("nanokit")
                .policyDocument("""
                        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}
                        """));
        Beside.logs()
                .deleteRetentionPolicy(
                        request -> request.logGroupName("/nanokit/" + lab.project() + "/production/main"));

        Plan repair = lab.up(SERVICES);

        assertThat(changes(repair))
                .containsExactlyInAnyOrder(
                        "UPDATE log-group/services",
                        "UPDATE role/api-execution",
                        "UPDATE service/api",
                        "CREATE service/mailer");
        assertThat(service("api").desiredCount()).isEqualTo(1);
        assertThat(actions(lab.plan(SERVICES))).isEmpty();
    }

    @Test
    void aRunThatForgotWhatItMadeFindsItAgain() {
        lab.up(SERVICES);
        Set<String> made = Inventory.ofEverything();
        lab.state().clear();

        assertThat(actions(lab.up(SERVICES))).containsOnly(Action.ADOPT);

        assertThat(Inventory.ofEverything()).isEqualTo(made);
        assertThat(actions(lab.plan(SERVICES))).isEmpty();
    }

    @Test
    void aSecretThatIsNotThereIsRefusedBeforeAnythingIsMade() {
        String missing = SERVICES.replace("/shop/stripe", "/shop/nothing");

        assertThatThrownBy(() -> lab.plan(missing)).hasMessageContaining("/shop/nothing");
    }

    private Service service(String name) {
        return ecs.describeServices(request -> request.cluster(lab.project() + "-production-services")
                        .services(lab.project() + "-production-" + name))
                .services()
                .getFirst();
    }

    private ContainerDefinition container(String service) {
        return definition(service(service).taskDefinition())
                .containerDefinitions()
                .getFirst();
    }

    private TaskDefinition definition(String arn) {
        return ecs.describeTaskDefinition(request -> request.taskDefinition(arn))
                .taskDefinition();
    }

    private String parameterArn() {
        return ssm.getParameter(request -> request.name("/shop/stripe"))
                .parameter()
                .arn();
    }

    private static KeyValuePair variable(String name, String value) {
        return KeyValuePair.builder().name(name).value(value).build();
    }
}
