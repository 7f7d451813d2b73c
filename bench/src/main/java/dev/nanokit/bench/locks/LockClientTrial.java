package dev.nanokit.bench.locks;

import com.amazonaws.services.dynamodbv2.AcquireLockOptions;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBLockClient;
import com.amazonaws.services.dynamodbv2.AmazonDynamoDBLockClientOptions;
import com.amazonaws.services.dynamodbv2.LockItem;
import dev.nanokit.bench.harness.Metric;
import dev.nanokit.bench.harness.Trial;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Takes locks of the DynamoDB lock client, and gives them back in the reverse order. */
final class LockClientTrial implements Trial, AutoCloseable {
    private static final String TABLE = "lock-client";
    private static final String KEY = "key";

    private final List<String> names;
    private final int repetitions;
    private final RequestCounter counter;
    private final AmazonDynamoDBLockClient locks;

    LockClientTrial(DynamoDbClient client, RequestCounter counter, List<String> names, int repetitions) {
        this.names = List.copyOf(names);
        this.repetitions = repetitions;
        this.counter = counter;
        this.locks = new AmazonDynamoDBLockClient(AmazonDynamoDBLockClientOptions.builder(client, TABLE)
                .withPartitionKeyName(KEY)
                .withTimeUnit(TimeUnit.SECONDS)
                .withLeaseDuration(60L)
                .withHeartbeatPeriod(20L)
                .withCreateHeartbeatBackgroundThread(false)
                .build());
    }

    static void createTable(DynamoDbClient client) {
        client.createTable(table -> table.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(KeySchemaElement.builder()
                        .attributeName(KEY)
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(AttributeDefinition.builder()
                        .attributeName(KEY)
                        .attributeType(ScalarAttributeType.S)
                        .build()));
        client.waiter().waitUntilTableExists(table -> table.tableName(TABLE));
    }

    @Override
    public Map<Metric, Double> run() throws Exception {
        return LockTrials.measured(Optional.of(counter), repetitions, this::acquireAndRelease);
    }

    private void acquireAndRelease() throws InterruptedException {
        List<LockItem> held = new ArrayList<>();
        for (String name : names) {
            held.add(locks.tryAcquireLock(AcquireLockOptions.builder(name).build())
                    .orElseThrow(() -> new IllegalStateException("the lock " + name + " is taken")));
        }
        held.reversed().forEach(locks::releaseLock);
    }

    @Override
    public void close() throws IOException {
        locks.close();
    }
}
