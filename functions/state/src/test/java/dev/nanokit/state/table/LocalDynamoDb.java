package dev.nanokit.state.table;

import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.dynamodb.TableSetup;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/**
 * DynamoDB Local in this JVM, shared by all tests: tests keep apart by their partitions, or by tables of their own where
 * they look at all there is.
 */
public final class LocalDynamoDb {
    public static final String TABLE = "nanokit-state";

    private LocalDynamoDb() {}

    private static final class Shared {
        private static final DynamoDbClient CLIENT = start();

        private static DynamoDbClient start() {
            DynamoDbClient client = DynamoDBEmbedded.create().dynamoDbClient();
            TableSetup.createIfMissing(client, TABLE);
            return client;
        }
    }

    public static DynamoDbClient client() {
        return Shared.CLIENT;
    }

    /** The table; closing it leaves the shared instance running. */
    public static Table open(InstantSource clock) {
        return new UnclosedTable(new DynamoDbTable(client(), TABLE, clock));
    }

    /** A table that nobody else has; closing it drops it. */
    public static Table openNew(InstantSource clock) {
        String name = TABLE + "-" + UUID.randomUUID();
        TableSetup.createIfMissing(client(), name);
        return new DelegatingTable(new DynamoDbTable(client(), name, clock)) {
            @Override
            public void close() {
                client().deleteTable(b -> b.tableName(name));
            }
        };
    }
}
