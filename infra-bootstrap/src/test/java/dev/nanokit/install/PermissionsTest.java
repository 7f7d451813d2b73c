package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The least that each function and each workflow needs, and not more. */
class PermissionsTest {
    private static final Set<String> PROVIDERS = Set.of("ProviderHttpRole");

    private final Template template = Template.translated();
    private final List<Permission> permissions = Permission.of(template).stream()
            .filter(permission -> !permission.denied())
            .toList();

    @Test
    void onlyProviderFunctionsReadProvidersCredentialsAndProjectsSecrets() {
        assertThat(rolesThat(names("${ProjectSecrets}"))).isEqualTo(PROVIDERS);
        assertThat(rolesThat(permission -> permission.allows("sts:AssumeRole"))).isEqualTo(PROVIDERS);
        assertThat(rolesThat(permission -> permission.allows("ssm:GetParameter")))
                .isEqualTo(PROVIDERS);
    }

    @Test
    void onlyTheGitHubFunctionReadsTheAppsKey() {
        assertThat(rolesThat(names("${AppSecrets}/private-key"))).containsExactly("GitHubRole");
    }

    @Test
    void onlyTheWebhookFunctionReadsItsSecret() {
        assertThat(rolesThat(names("${AppSecrets}/webhook-secret"))).containsExactly("WebhookRole");
    }

    @Test
    void providersAreRefusedTheAppsSecretsWhateverTheParametersSay() {
        assertThat(Permission.of(template))
                .filteredOn(Permission::denied)
                .extracting(Permission::role)
                .containsExactlyElementsOf(PROVIDERS);
    }

    @Test
    void nobodyReadsASecretThatIsNotNamedHere() {
        Set<String> read = permissions.stream()
                .filter(permission -> permission.actions().stream()
                        .anyMatch(action -> action.startsWith("secretsmanager:") || action.startsWith("ssm:")))
                .flatMap(permission -> permission.resources().stream())
                .collect(Collectors.toSet());

        assertThat(read)
                .containsExactlyInAnyOrder(
                        "secretsmanager:secret:${AppSecrets}/webhook-secret-??????",
                        "secretsmanager:secret:${AppSecrets}/private-key-??????",
                        "secretsmanager:secret:${AppSecrets}/app-??????",
                        "secretsmanager:secret:${ProjectSecrets}",
                        "secretsmanager:secret:${ProjectSecrets}-??????",
                        "secretsmanager:secret:${ProjectSecrets}/*",
                        "ssm:parameter/${ProjectSecrets}/*");
    }

    @Test
    void theWebhookFunctionTouchesDeliveriesAloneAndStartsTheirWorkAlone() {
        assertThat(of("WebhookRole", "dynamodb:"))
                .singleElement()
                .extracting(Permission::where)
                .isEqualTo("partitions DELIVERY#*");
        assertThat(of("WebhookRole", "states:"))
                .singleElement()
                .extracting(Permission::resources)
                .isEqualTo(List.of("DeliverMachine"));
    }

    @Test
    void eachFunctionIsInvokedByThoseThatNeedItAlone() {
        Map<String, Set<String>> invokers = new TreeMap<>();
        for (Permission permission : permissions) {
            if (permission.allows("lambda:InvokeFunction")) {
                permission
                        .resources()
                        .forEach(function -> invokers.computeIfAbsent(function, f -> new TreeSet<>())
                                .add(permission.role()));
            }
        }
        template.all("AWS::Lambda::Permission")
                .values()
                .forEach(granted -> invokers.computeIfAbsent(
                                Reference.of(granted.path("FunctionName")), f -> new TreeSet<>())
                        .add(granted.path("Principal").asString()));

        assertThat(invokers)
                .isEqualTo(Map.of(
                        "WebhookFunction", Set.of("apigateway.amazonaws.com"),
                        "PagesFunction", Set.of("apigateway.amazonaws.com"),
                        "GitHubFunction", Set.of("DeliverRole", "ApplyRole"),
                        "StateFunction", Set.of("PlanRole", "ApplyRole", "DestroyRole", "ScheduleRole"),
                        "ProviderHttpFunction", Set.of("PlanRole", "ApplyRole")));
    }

    @Test
    void eachFunctionThatStrangersReachIsOpenToItsOwnRouteAlone() {
        assertThat(template.all("AWS::Lambda::Permission").values())
                .extracting(granted -> Reference.of(granted.path("SourceArn")))
                .containsExactlyInAnyOrder(
                        "execute-api:${__ApiId__}/${__Stage__}/POST/webhook",
                        "execute-api:${__ApiId__}/${__Stage__}/GET/plans/*");
    }

    @Test
    void thePagesFunctionReadsPlansAndTheKeyOfTheirAddressesAndWritesNothing() {
        assertThat(of("PagesRole", "dynamodb:")).singleElement().satisfies(may -> {
            assertThat(may.where()).isEqualTo("partitions PLAN#* PLAN_PAGES");
            assertThat(may.actions()).containsExactlyInAnyOrder("dynamodb:GetItem", "dynamodb:Query");
        });
        assertThat(of("PagesRole", "secretsmanager:")).isEmpty();
    }

    @Test
    void eachFunctionAndEachWorkflowHasARoleOfItsOwn() {
        List<String> roles = Stream.concat(
                        template.all("AWS::Lambda::Function").values().stream()
                                .map(function -> Reference.of(function.path("Role"))),
                        template.all("AWS::StepFunctions::StateMachine").values().stream()
                                .map(machine -> Reference.of(machine.path("RoleArn"))))
                .toList();

        assertThat(roles).hasSize(9).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsAllowedOnEverythingUnlessAwsKnowsNothingSmaller() {
        assertThat(permissions)
                .filteredOn(permission -> permission.resources().contains("*"))
                .isNotEmpty()
                .allSatisfy(permission -> assertThat(Permission.ON_NO_RESOURCE).containsAll(permission.actions()));
    }

    @Test
    void noActionIsAWildcard() {
        assertThat(permissions)
                .flatExtracting(Permission::actions)
                .noneMatch(action -> action.contains("*"))
                .noneMatch(action -> action.startsWith("iam:"));
    }

    @Test
    void everyRoleIsWithinTheBoundaryAndWrittenOutInFull() {
        Map<String, JsonNode> roles = template.all("AWS::IAM::Role");

        assertThat(roles).hasSize(10).allSatisfy((id, role) -> {
            assertThat(role.path("PermissionsBoundary").path("Fn::If").path(0).asString())
                    .isEqualTo("HasBoundary");
            assertThat(role.has("ManagedPolicyArns")).isFalse();
        });
    }

    @Test
    void rolesAreAssumedByOneServiceEach() {
        assertThat(template.all("AWS::IAM::Role")).allSatisfy((id, role) -> {
            JsonNode trust = role.path("AssumeRolePolicyDocument").path("Statement");
            assertThat(trust.size()).isOne();
            assertThat(trust.get(0).path("Principal").path("Service").asString())
                    .isEqualTo(
                            id.equals("ScheduleRole")
                                    ? "scheduler.amazonaws.com"
                                    : Set.of("DeliverRole", "PlanRole", "ApplyRole", "DestroyRole")
                                                    .contains(id)
                                            ? "states.amazonaws.com"
                                            : "lambda.amazonaws.com");
        });
    }

    private List<Permission> of(String role, String service) {
        return permissions.stream()
                .filter(permission -> permission.role().equals(role))
                .filter(permission -> permission.actions().stream().anyMatch(action -> action.startsWith(service)))
                .toList();
    }

    private static Predicate<Permission> names(String part) {
        return permission -> permission.resources().stream().anyMatch(resource -> resource.contains(part));
    }

    private Set<String> rolesThat(Predicate<Permission> can) {
        return permissions.stream().filter(can).map(Permission::role).collect(Collectors.toSet());
    }
}
