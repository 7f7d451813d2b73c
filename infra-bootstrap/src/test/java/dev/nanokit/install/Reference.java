package dev.nanokit.install;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How something in the template is named, in one line that people can read. */
final class Reference {
    private static final String ALIAS = "Aliaslive";

    private Reference() {}

    /** What one value names, or each of a list. */
    static List<String> all(JsonNode value) {
        List<String> names = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> names.add(of(each)));
        } else {
            names.add(of(value));
        }
        return names;
    }

    static String of(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        if (value.has("Ref")) {
            return withoutAlias(value.get("Ref").asString());
        }
        if (value.has("Fn::GetAtt")) {
            return value.get("Fn::GetAtt").get(0).asString();
        }
        if (value.has("Fn::Split")) {
            return of(value.get("Fn::Split").get(1));
        }
        JsonNode sub = value.path("Fn::Sub");
        if (!sub.isMissingNode()) {
            return shortened(sub.isArray() ? sub.get(0).asString() : sub.asString());
        }
        throw new AssertionError("a reference of no known form: " + value);
    }

    private static String withoutAlias(String id) {
        return id.endsWith(ALIAS) ? id.substring(0, id.length() - ALIAS.length()) : id;
    }

    private static String shortened(String arn) {
        return arn.replace("arn:${AWS::Partition}:", "")
                .replace(":${AWS::Region}:${AWS::AccountId}:", ":")
                .replace("${AWS::StackName}", "STACK");
    }
}
