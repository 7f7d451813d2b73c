package dev.nanokit.state.table.dynamodb;

import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/** The requests that are made of one table. */
record Requests(String table) {
    GetItemRequest get(ItemKey key) {
        return GetItemRequest.builder()
                .tableName(table)
                .key(Attributes.of(key))
                .consistentRead(true)
                .build();
    }

    /** DynamoDB counts the limit before it filters; so what has expired is filtered by whoever reads the page. */
    QueryRequest query(String partition, String prefix, int limit) {
        Map<String, AttributeValue> values = new HashMap<>(Map.of(":pk", Attributes.text(partition)));
        if (!prefix.isEmpty()) {
            values.put(":prefix", Attributes.text(prefix));
        }
        return QueryRequest.builder()
                .tableName(table)
                .keyConditionExpression(prefix.isEmpty() ? "pk = :pk" : "pk = :pk AND begins_with(sk, :prefix)")
                .expressionAttributeValues(values)
                .limit(limit == Integer.MAX_VALUE ? null : limit)
                .consistentRead(true)
                .build();
    }

    /** The token makes DynamoDB do it once, however often the request has to be sent again after a lost answer. */
    TransactWriteItemsRequest transact(List<Write> writes, long now) {
        return TransactWriteItemsRequest.builder()
                .clientRequestToken(UUID.randomUUID().toString())
                .transactItems(writes.stream().map(write -> item(write, now)).toList())
                .build();
    }

    private TransactWriteItem item(Write write, long now) {
        Expression condition = Expression.of(write.condition(), now);
        ReturnValuesOnConditionCheckFailure returned = ReturnValuesOnConditionCheckFailure.ALL_OLD;
        TransactWriteItem.Builder item = TransactWriteItem.builder();
        return switch (write) {
            case Write.Put put ->
                item.put(b -> b.tableName(table)
                                .item(Attributes.of(put.item()))
                                .conditionExpression(condition.text())
                                .expressionAttributeNames(condition.names())
                                .expressionAttributeValues(condition.values())
                                .returnValuesOnConditionCheckFailure(returned))
                        .build();
            case Write.Delete delete ->
                item.delete(b -> b.tableName(table)
                                .key(Attributes.of(delete.key()))
                                .conditionExpression(condition.text())
                                .expressionAttributeNames(condition.names())
                                .expressionAttributeValues(condition.values())
                                .returnValuesOnConditionCheckFailure(returned))
                        .build();
            case Write.Check check ->
                item.conditionCheck(b -> b.tableName(table)
                                .key(Attributes.of(check.key()))
                                .conditionExpression(condition.text())
                                .expressionAttributeNames(condition.names())
                                .expressionAttributeValues(condition.values())
                                .returnValuesOnConditionCheckFailure(returned))
                        .build();
        };
    }
}
