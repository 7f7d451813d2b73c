package dev.nanokit.state.table.dynamodb;

import dev.nanokit.state.table.Condition;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A {@link Condition} as DynamoDB's condition expression. An item that has expired counts as absent. */
record Expression(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final String ABSENT = "attribute_not_exists(#pk) OR #expires <= :now";
    private static final String NOT_EXPIRED = "(attribute_not_exists(#expires) OR #expires > :now)";
    private static final String VERSION_IS = "#version = :version AND " + NOT_EXPIRED;
    private static final String TOKEN_IS = "#token = :token AND " + NOT_EXPIRED;
    /** Holds of every item, there or not: a check needs an expression. */
    private static final String ALWAYS = "attribute_exists(#pk) OR attribute_not_exists(#pk)";

    static Expression of(Condition condition, long now) {
        return switch (condition) {
            case Condition.Absent() ->
                with(ABSENT, Map.of("#pk", Attributes.PARTITION), Map.of(":now", Attributes.number(now)));
            case Condition.VersionIs(long version) ->
                with(
                        VERSION_IS,
                        Map.of("#version", Attributes.VERSION),
                        Map.of(":version", Attributes.number(version), ":now", Attributes.number(now)));
            case Condition.TokenIs(long token) ->
                with(
                        TOKEN_IS,
                        Map.of("#token", Attributes.TOKEN),
                        Map.of(":token", Attributes.number(token), ":now", Attributes.number(now)));
            case Condition.Always() -> new Expression(ALWAYS, Map.of("#pk", Attributes.PARTITION), null);
        };
    }

    private static Expression with(String text, Map<String, String> names, Map<String, AttributeValue> values) {
        Map<String, String> all = new HashMap<>(names);
        all.put("#expires", Attributes.EXPIRES_AT);
        return new Expression(text, all, values);
    }
}
