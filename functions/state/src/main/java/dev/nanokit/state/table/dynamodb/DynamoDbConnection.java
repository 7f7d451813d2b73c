package dev.nanokit.state.table.dynamodb;

import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/** Opens a table by its address, with the credentials that the AWS SDK finds. */
public final class DynamoDbConnection {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration ATTEMPT_TIMEOUT = Duration.ofSeconds(8);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private DynamoDbConnection() {}

    /** @throws dev.nanokit.state.table.TableException when there is no region, or the table can't be made */
    public static DynamoDbTable open(DynamoDbAddress address, InstantSource clock) {
        DynamoDbClient client = client(address);
        try {
            if (address.create()) {
                TableSetup.createIfMissing(client, address.table());
            }
            return new DynamoDbTable(client, address.table(), clock);
        } catch (RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private static DynamoDbClient client(DynamoDbAddress address) {
        DynamoDbClientBuilder builder = DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .socketTimeout(ATTEMPT_TIMEOUT))
                .overrideConfiguration(
                        c -> c.apiCallAttemptTimeout(ATTEMPT_TIMEOUT).apiCallTimeout(CALL_TIMEOUT));
        address.region().map(Region::of).ifPresent(builder::region);
        address.endpoint().ifPresent(builder::endpointOverride);
        try {
            return builder.build();
        } catch (SdkException e) {
            throw new DynamoDbFailures(address.table()).explain(e);
        }
    }
}
