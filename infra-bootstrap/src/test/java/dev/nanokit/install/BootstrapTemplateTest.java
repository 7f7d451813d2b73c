package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an account is made ready with lets nobody do more than deploy. */
class BootstrapTemplateTest {
    private final Template account = Template.of("infra-bootstrap/account.yaml");
    private final List<Permission> boundary = Permission.ofPolicy(account, "Boundary");
    private final List<Permission> permissions = Permission.of(account);

    @Test
    void theBoundaryTakesNothingAwayThatAStacksRolesNeed() {
        Set<String> needed = actions(Permission.of(Template.translated()));

        assertThat(actions(boundary)).isEqualTo(needed);
    }

    @Test
    void theBoundaryAllowsNothingOnEverythingUnlessAwsKnowsNothingSmaller() {
        assertThat(boundary)
                .filteredOn(permission -> permission.resources().contains("*"))
                .flatExtracting(Permission::actions)
                .isSubsetOf(Permission.ON_NO_RESOURCE);
    }

    @Test
    void rolesAreMadeWithinTheBoundaryOrNotAtAll() {
        assertThat(permissions)
                .filteredOn(permission -> permission.allows("iam:CreateRole")
                        || permission.allows("iam:PutRolePolicy")
                        || permission.allows("iam:PutRolePermissionsBoundary"))
                .singleElement()
                .satisfies(permission -> {
                    assertThat(permission.role()).isEqualTo("ExecutionRole");
                    assertThat(permission.where())
                            .isEqualTo("{\"StringEquals\":{\"iam:PermissionsBoundary\":{\"Ref\":\"Boundary\"}}}");
                });
        assertThat(actions(permissions))
                .doesNotContain(
                        "iam:*",
                        "iam:AttachRolePolicy",
                        "iam:DeleteRolePermissionsBoundary",
                        "iam:CreatePolicyVersion",
                        "iam:CreateUser",
                        "iam:CreateAccessKey");
    }

    @Test
    void whoDeploysCanNotChangeWhatTheyDeployWith() {
        assertThat(permissions)
                .filteredOn(Permission::denied)
                .extracting(Permission::role, Permission::resources)
                .containsExactlyInAnyOrder(
                        tuple("ExecutionRole", List.of("iam::${AWS::AccountId}:role/STACK-*")),
                        tuple("DeployRole", List.of("AWS::StackId")));
    }

    @Test
    void nobodyWhoDeploysCanDeleteTheTable() {
        assertThat(actions(permissions))
                .contains("dynamodb:CreateTable")
                .doesNotContain("dynamodb:DeleteTable", "dynamodb:*");
    }

    @Test
    void gitHubsActionsDeployFromOneBranchOfOneRepository() {
        JsonNode trust = account.properties("DeployRole").at("/AssumeRolePolicyDocument/Statement");

        assertThat(trust.size()).isOne();
        assertThat(trust.get(0).path("Action").asString()).isEqualTo("sts:AssumeRoleWithWebIdentity");
        assertThat(trust.get(0).path("Condition").toString())
                .isEqualTo("{\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\","
                        + "\"token.actions.githubusercontent.com:sub\":"
                        + "{\"Fn::Sub\":\"repo:${Repository}:ref:refs/heads/${Branch}\"}}}");
    }

    @Test
    void artifactsAreEncryptedVersionedAndNobodyElses() {
        JsonNode bucket = account.properties("ArtifactBucket");

        assertThat(bucket.at("/VersioningConfiguration/Status").asString()).isEqualTo("Enabled");
        assertThat(bucket.path("BucketEncryption").toString()).contains("AES256");
        assertThat(bucket.path("PublicAccessBlockConfiguration").properties())
                .hasSize(4)
                .allSatisfy(block -> assertThat(block.getValue().asBoolean()).isTrue());
        assertThat(bucket.at("/LifecycleConfiguration/Rules").size()).isEqualTo(2);
        assertThat(account.properties("ArtifactBucketPolicy").toString()).contains("aws:SecureTransport");
    }

    @Test
    void aTargetAccountIsEnteredByProviderFunctionsThatKnowTheExternalId() {
        JsonNode trust = Template.of("infra-bootstrap/target-account.yaml")
                .properties("Target")
                .at("/AssumeRolePolicyDocument/Statement");

        assertThat(trust.size()).isOne();
        assertThat(trust.at("/0/Condition/StringEquals/sts:ExternalId/Ref").asString())
                .isEqualTo("ExternalId");
        assertThat(trust.at("/0/Condition/ArnLike/aws:PrincipalArn/Fn::Sub").asString())
                .endsWith(":role/${NanokitStack}-Provider*Role-*");
        assertThat(Template.translated().all("AWS::IAM::Role").keySet())
                .filteredOn(role -> role.matches("Provider.*Role"))
                .isNotEmpty();
    }

    private static Set<String> actions(List<Permission> permissions) {
        return permissions.stream()
                .filter(permission -> !permission.denied())
                .flatMap(permission -> permission.actions().stream())
                .collect(Collectors.toSet());
    }
}
