package dev.nanokit.state.table.dynamodb;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Makes the table where it is missing: for trying things out. In production {@code template.yaml} does it. */
public final class TableSetup {
    private TableSetup() {}

    /**
     * Returns once the table can be used. Several may call it at once.
     *
     * @throws dev.nanokit.state.table.TableException when the table can't be made
     */
    public static void createIfMissing(DynamoDbClient client, String table) {
        try {
            if (exists(client, table)) {
                return;
            }
            boolean made = create(client, table);
            client.waiter().waitUntilTableExists(b -> b.tableName(table));
            if (made) {
                expire(client, table);
            }
        } catch (SdkException e) {
            throw new DynamoDbFailures(table).explain(e);
        }
    }

    private static boolean exists(DynamoDbClient client, String table) {
        try {
            client.describeTable(b -> b.tableName(table));
            return true;
        } catch (ResourceNotFoundException e) {
            return false;
        }
    }

    /** Whether it was this call that made it, and not somebody else at the same time. */
    private static boolean create(DynamoDbClient client, String table) {
        try {
            client.createTable(b -> b.tableName(table)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text(Attributes.PARTITION), text(Attributes.SORT))
                    .keySchema(key(Attributes.PARTITION, KeyType.HASH), key(Attributes.SORT, KeyType.RANGE)));
            return true;
        } catch (ResourceInUseException e) {
            return false;
        }
    }

    private static void expire(DynamoDbClient client, String table) {
        client.updateTimeToLive(b -> b.tableName(table)
                .timeToLiveSpecification(
                        t -> t.attributeName(Attributes.EXPIRES_AT).enabled(true)));
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
