package dev.nanokit.install;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /** All that the roles of the template may do, in the template's order. */
    static List<Permission> of(Template template) {
        List<Permission> permissions = new ArrayList<>();
        for (Map.Entry<String, JsonNode> role : new TreeMap<>(template.all("AWS::IAM::Role")).entrySet()) {
            for (JsonNode policy : role.getValue().path("Policies")) {
                policy.path("PolicyDocument")
                        .path("Statement")
                        .forEach(statement -> permissions.add(of(role.getKey(), statement)));
            }
        }
        return permissions;
    }

    private static Permission of(String role, JsonNode written) {
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
        if (!keys.isArray() || condition.size() != 1) {
            throw new AssertionError("a condition of no known form: " + condition);
        }
        return "partitions " + String.join(" ", Reference.all(keys));
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
