package dev.nanokit.state.table.dynamodb;

import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TransactionLimits;
import dev.nanokit.state.table.Write;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * The table in DynamoDB. Reads are strongly consistent. A transaction that collides with another one about the same
 * item is tried again; whether its conditions hold is then looked at anew.
 */
public final class DynamoDbTable implements Table {
    private static final String CONDITION_FAILED = "ConditionalCheckFailed";

    private final DynamoDbClient client;
    private final Requests requests;
    private final DynamoDbFailures failures;
    private final InstantSource clock;
    private final Backoff backoff;

    /** @param clock decides what has expired */
    public DynamoDbTable(DynamoDbClient client, String table, InstantSource clock) {
        this(client, table, clock, Backoff.OF_CONFLICTS);
    }

    DynamoDbTable(DynamoDbClient client, String table, InstantSource clock, Backoff backoff) {
        this.client = client;
        this.requests = new Requests(table);
        this.failures = new DynamoDbFailures(table);
        this.clock = clock;
        this.backoff = backoff;
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        return present(call(() -> client.getItem(requests.get(key))).item());
    }

    @Override
    public void query(String partition, String sortPrefix, int limit, Consumer<Item> each) {
        int left = limit;
        Map<String, AttributeValue> after = null;
        while (left > 0) {
            QueryRequest request = requests.query(partition, sortPrefix, left).toBuilder()
                    .exclusiveStartKey(after)
                    .build();
            QueryResponse page = call(() -> client.query(request));
            for (Map<String, AttributeValue> attributes : page.items()) {
                Optional<Item> item = present(attributes);
                item.ifPresent(each);
                left -= item.isPresent() ? 1 : 0;
            }
            if (!page.hasLastEvaluatedKey() || page.lastEvaluatedKey().isEmpty()) {
                return;
            }
            after = page.lastEvaluatedKey();
        }
    }

    @Override
    public void transact(List<Write> writes) {
        TransactionLimits.check(writes);
        TransactWriteItemsRequest request =
                requests.transact(writes, clock.instant().getEpochSecond());
        for (int tries = 1; ; tries++) {
            SdkException collision;
            try {
                call(() -> client.transactWriteItems(request));
                return;
            } catch (TransactionCanceledException e) {
                throwIfConditionsFailed(e, writes);
                collision = e;
            } catch (TransactionInProgressException e) {
                collision = e;
            }
            if (!backoff.allows(tries)) {
                throw failures.busy(collision);
            }
            backoff.pause(tries);
        }
    }

    /** The reasons stand in the order of the writes. */
    private void throwIfConditionsFailed(TransactionCanceledException e, List<Write> writes) {
        List<ConditionFailedException.Failure> failed = new ArrayList<>();
        boolean collided = false;
        for (int i = 0; i < e.cancellationReasons().size(); i++) {
            CancellationReason reason = e.cancellationReasons().get(i);
            switch (reason.code()) {
                case CONDITION_FAILED ->
                    failed.add(new ConditionFailedException.Failure(writes.get(i), present(reason.item())));
                case "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded" -> collided = true;
                case null, default -> {}
            }
        }
        if (!failed.isEmpty()) {
            throw new ConditionFailedException(failed);
        }
        if (!collided) {
            throw failures.explain(e);
        }
    }

    private Optional<Item> present(Map<String, AttributeValue> attributes) {
        Instant now = clock.instant();
        return Optional.of(attributes)
                .filter(found -> !found.isEmpty())
                .map(Attributes::item)
                .filter(item -> !item.isExpiredAt(now));
    }

    private <T> T call(Supplier<T> request) {
        try {
            return request.get();
        } catch (TransactionCanceledException | TransactionInProgressException e) {
            throw e;
        } catch (SdkException e) {
            throw failures.explain(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
