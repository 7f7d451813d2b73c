package dev.nanokit.state.table;

import dev.nanokit.state.table.dynamodb.DynamoDbTable;
import dev.nanokit.state.table.dynamodb.TableSetup;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** DynamoDB Local in this JVM, shared by all tests: tests keep apart by their partitions. */
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
}
