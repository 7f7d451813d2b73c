package dev.nanokit.state.table.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.nanokit.state.ManualClock;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.LocalDynamoDb;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.Write;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

class DynamoDbTableTest {
    private static final Backoff AT_ONCE = new Backoff(Duration.ZERO, Duration.ZERO, 4);

    private final ManualClock clock = new ManualClock();
    private final FaultyDynamoDb client = new FaultyDynamoDb(LocalDynamoDb.client());
    private final DynamoDbTable table = new DynamoDbTable(client, LocalDynamoDb.TABLE, clock, AT_ONCE);
    private final ItemKey key = new ItemKey("P#" + UUID.randomUUID(), "a");

    @Test
    void collisionWithAnotherTransactionIsTriedAgain() {
        client.failNext(cancelled("None", "TransactionConflict"));
        client.failNext(cancelled("ThrottlingError"));
        client.failNext(TransactionInProgressException.builder().build());

        table.transact(List.of(put(1, new Condition.Absent())));

        assertThat(table.get(key)).isPresent();
    }

    @Test
    void triesOfOneTransactionCarryOneTokenSoThatItIsDoneOnce() {
        client.loseNextAnswer(TransactionInProgressException.builder().build());

        table.transact(List.of(put(1, new Condition.Absent())));
        table.transact(List.of(put(2, new Condition.VersionIs(1))));

        assertThat(client.lostAnswers()).hasSize(1);
        assertThat(client.tokens()).hasSize(3);
        assertThat(client.tokens().get(0)).isEqualTo(client.tokens().get(1));
        assertThat(client.tokens().get(1)).isNotEqualTo(client.tokens().get(2));
        assertThat(table.get(key).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void collisionsWithoutEndAreReportedAsWorthTryingAgain() {
        for (int i = 0; i < 4; i++) {
            client.failNext(cancelled("TransactionConflict"));
        }

        TableException failure = failure(() -> table.transact(List.of(put(1, new Condition.Absent()))));

        assertThat(failure)
                .hasMessageContaining("the DynamoDB table nanokit-state is being written by too many at once");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void conditionThatFailsBesideACollisionIsAFailedCondition() {
        client.failNext(TransactionCanceledException.builder()
                .cancellationReasons(
                        CancellationReason.builder().code("TransactionConflict").build(),
                        CancellationReason.builder()
                                .code("ConditionalCheckFailed")
                                .item(Attributes.of(new Item(key, 7, 3, "{}", OptionalLong.empty())))
                                .build())
                .build());
        ItemKey other = new ItemKey(key.partition(), "b");
        Write check = new Write.Check(other, new Condition.TokenIs(1));

        ConditionFailedException failure = catchThrowableOfType(
                ConditionFailedException.class, () -> table.transact(List.of(put(1, new Condition.Absent()), check)));

        assertThat(failure.failures()).hasSize(1);
        assertThat(failure.failures().getFirst().write()).isEqualTo(check);
        assertThat(failure.failures().getFirst().current().orElseThrow().version())
                .isEqualTo(7);
    }

    @Test
    void transactionThatIsCancelledForAnythingElseIsNotTriedAgain() {
        client.failNext(cancelled("ItemCollectionSizeLimitExceeded"));

        TableException failure = failure(() -> table.transact(List.of(put(1, new Condition.Absent()))));

        assertThat(failure.retryable()).isFalse();
        assertThat(client.tokens()).hasSize(1);
    }

    @Test
    void missingTableSaysHowToCreateIt() {
        DynamoDbTable missing = new DynamoDbTable(client, "no-such-table", clock, AT_ONCE);

        TableException failure = failure(() -> missing.get(key));

        assertThat(failure).hasMessageContaining("the DynamoDB table no-such-table does not exist");
        assertThat(failure.fix())
                .contains("aws dynamodb create-table --table-name no-such-table")
                .contains("AttributeName=expires_at")
                .contains("create=true");
    }

    @ParameterizedTest
    @CsvSource({"id, S, at, S", "pk, N, sk, S", "pk, S, sk, N", "pk, S,,"})
    void tableOfOthersIsNamedWithWhatItsKeysHaveToBe(String hash, String hashType, String range, String rangeType) {
        String name = "other-" + UUID.randomUUID();
        LocalDynamoDb.client().createTable(create -> {
            List<AttributeDefinition> attributes = new ArrayList<>(List.of(attribute(hash, hashType)));
            List<KeySchemaElement> keys = new ArrayList<>(List.of(key(hash, KeyType.HASH)));
            if (range != null) {
                attributes.add(attribute(range, rangeType));
                keys.add(key(range, KeyType.RANGE));
            }
            create.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attributes)
                    .keySchema(keys);
        });
        DynamoDbTable other = new DynamoDbTable(LocalDynamoDb.client(), name, clock, AT_ONCE);

        List<ThrowingCallable> all =
                new ArrayList<>(List.of(() -> other.get(key), () -> other.query("P", "a", item -> {})));
        if (range != null) { // an item has the key of such a table, and more
            all.add(() -> other.transact(List.of(put(1, new Condition.Absent()))));
        }
        for (ThrowingCallable asked : all) {
            TableException failure = failure(asked);
            assertThat(failure)
                    .hasMessageStartingWith(
                            "the DynamoDB table " + name + " is none of Nanokit's: its keys are others");
            assertThat(failure.fix()).contains("pk", "sk", "type S", "ExistingTable");
            assertThat(failure.retryable()).isFalse();
        }
    }

    private static AttributeDefinition attribute(String name, String type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Test
    void throttlingIsWorthTryingAgain() {
        client.failNext(ProvisionedThroughputExceededException.builder()
                .awsErrorDetails(error("ProvisionedThroughputExceededException", "slow down"))
                .statusCode(400)
                .build());

        TableException failure = failure(() -> table.get(key));

        assertThat(failure).hasMessageContaining("slow down");
        assertThat(failure.retryable()).isTrue();
    }

    @Test
    void missingPermissionsAreNamed() {
        client.failNext(DynamoDbException.builder()
                .awsErrorDetails(error("AccessDeniedException", "not authorized to perform: dynamodb:GetItem"))
                .requestId("REQ1")
                .statusCode(400)
                .build());

        TableException failure = failure(() -> table.get(key));

        assertThat(failure)
                .hasMessageContaining("may not be used")
                .hasMessageContaining("dynamodb:GetItem")
                .hasMessageContaining("request id REQ1");
        assertThat(failure.fix()).contains("ConditionCheckItem");
        assertThat(failure.retryable()).isFalse();
    }

    @Test
    void credentialsThatAreExpiredOrMissingAreSaidToBe() {
        client.failNext(DynamoDbException.builder()
                .awsErrorDetails(error("ExpiredTokenException", "the security token is expired"))
                .statusCode(400)
                .build());
        client.failNext(SdkClientException.create("Unable to load credentials from any of the providers"));

        for (int i = 0; i < 2; i++) {
            TableException failure = failure(() -> table.get(key));
            assertThat(failure.fix()).contains("aws sso login");
            assertThat(failure.retryable()).isFalse();
        }
    }

    @Test
    void unreachableServiceIsWorthTryingAgain() {
        client.failNext(SdkClientException.create("connection refused"));
        client.failNext(DynamoDbException.builder()
                .awsErrorDetails(error("InternalServerError", "oops"))
                .statusCode(500)
                .build());

        for (String message : List.of("can't be reached: connection refused", "oops")) {
            TableException failure = failure(() -> table.get(key));
            assertThat(failure).hasMessageContaining(message);
            assertThat(failure.retryable()).isTrue();
        }
    }

    @Test
    void tableIsMadeOnceWithTimeToLive() {
        String name = "made-" + UUID.randomUUID();

        TableSetup.createIfMissing(LocalDynamoDb.client(), name);
        TableSetup.createIfMissing(LocalDynamoDb.client(), name);

        assertThat(LocalDynamoDb.client()
                        .describeTimeToLive(b -> b.tableName(name))
                        .timeToLiveDescription()
                        .timeToLiveStatus())
                .isEqualTo(TimeToLiveStatus.ENABLED);
    }

    private static TableException failure(ThrowingCallable call) {
        return catchThrowableOfType(TableException.class, call);
    }

    private static AwsErrorDetails error(String code, String message) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(message).build();
    }

    private static TransactionCanceledException cancelled(String... codes) {
        return TransactionCanceledException.builder()
                .awsErrorDetails(error("TransactionCanceledException", "cancelled: " + List.of(codes)))
                .cancellationReasons(List.of(codes).stream()
                        .map(code -> CancellationReason.builder().code(code).build())
                        .toList())
                .build();
    }

    private Write put(long version, Condition condition) {
        return new Write.Put(new Item(key, version, 0, "{}", OptionalLong.empty()), condition);
    }
}
