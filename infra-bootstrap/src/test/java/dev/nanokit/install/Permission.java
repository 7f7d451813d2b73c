package dev.nanokit.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a role may do, or never may.
 *
 * @param sid what for
 * @param denied whether it is forbidden, whatever else allows it
 * @param where further conditions, empty for none
 */
record Permission(String role, String sid, boolean denied, List<String> actions, List<String> resources, String where) {

    /** AWS knows no resources for these: it takes nothing but a star. */
    static final Set<String> ON_NO_RESOURCE = Set.of(
            "xray:PutTraceSegments",
            "xray:PutTelemetryRecords",
            "xray:GetSamplingRules",
            "xray:GetSamplingTargets",
            "logs:CreateLogDelivery",
            "logs:GetLogDelivery",
            "logs:UpdateLogDelivery",
            "logs:DeleteLogDelivery",
            "logs:ListLogDeliveries",
            "logs:PutResourcePolicy",
            "logs:DescribeResourcePolicies",
            "logs:DescribeLogGroups");

    /** All that the roles of the template may do. */
    static List<Permission> of(Template template) {
        List<Permission> permissions = new ArrayList<>();
        new TreeMap<>(template.all("AWS::IAM::Role"))
                .forEach((role, properties) ->
                        properties.path("Policies").forEach(policy -> permissions.addAll(of(role, policy))));
        return permissions;
    }

    private static List<Permission> of(String role, JsonNode policy) {
        List<Permission> permissions = new ArrayList<>();
        policy.path("PolicyDocument")
                .path("Statement")
                .forEach(statement -> permissions.add(statement(role, statement)));
        return permissions;
    }

    /** What a policy allows, whoever has it. */
    static List<Permission> ofPolicy(Template template, String id) {
        return of(id, template.properties(id));
    }

    private static Permission statement(String role, JsonNode written) {
        JsonNode choice = written.path("Fn::If");
        JsonNode statement = choice.isArray() ? choice.get(1) : written;
        if (statement.has("NotAction") || statement.has("NotResource")) {
            throw new AssertionError("only what is named can be listed: " + statement);
        }
        String where = Stream.of(
                        choice.isArray() ? "with " + choice.get(0).asString() : "",
                        statement.has("Condition") ? condition(statement.path("Condition")) : "")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        return new Permission(
                role,
                statement.path("Sid").asString(),
                statement.path("Effect").asString().equals("Deny"),
                Reference.all(statement.path("Action")),
                Reference.all(statement.path("Resource")),
                where);
    }

    private static String condition(JsonNode condition) {
        JsonNode keys = condition.path("ForAllValues:StringLike").path("dynamodb:LeadingKeys");
        return keys.isArray() && condition.size() == 1
                ? "partitions " + String.join(" ", Reference.all(keys))
                : condition.toString();
    }

    boolean allows(String action) {
        return !denied && actions.contains(action);
    }

    /** What it is about, whoever has it: the last columns of the table in docs/security.md. */
    String columns() {
        return "%s | %s | %s |"
                .formatted(
                        sid,
                        (denied ? "never " : "") + code(actions),
                        code(resources) + (where.isEmpty() ? "" : " (" + where + ")"));
    }

    private static String code(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
    }
}
