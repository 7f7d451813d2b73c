package dev.nanokit.state.table.dynamodb;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** The real client, but for the calls that are made to fail. */
final class FaultyDynamoDb implements DynamoDbClient {
    private final DynamoDbClient client;
    private final Deque<UnaryOperator<Supplier<Object>>> faults = new ArrayDeque<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<Object> lostAnswers = new ArrayList<>();

    FaultyDynamoDb(DynamoDbClient client) {
        this.client = client;
    }

    /** The next call fails, and nothing is done. */
    void failNext(RuntimeException failure) {
        faults.add(call -> () -> {
            throw failure;
        });
    }

    /** The next call is done, and then its answer is lost. */
    void loseNextAnswer(RuntimeException failure) {
        faults.add(call -> () -> {
            lostAnswers.add(call.get());
            throw failure;
        });
    }

    List<Object> lostAnswers() {
        return lostAnswers;
    }

    /** The client request tokens of the transactions so far. */
    List<String> tokens() {
        return tokens;
    }

    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        tokens.add(request.clientRequestToken());
        return (TransactWriteItemsResponse) call(() -> client.transactWriteItems(request));
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return (GetItemResponse) call(() -> client.getItem(request));
    }

    private Object call(Supplier<Object> call) {
        UnaryOperator<Supplier<Object>> fault = faults.poll();
        return fault == null ? call.get() : fault.apply(call).get();
    }

    @Override
    public String serviceName() {
        return client.serviceName();
    }

    @Override
    public void close() {}
}
