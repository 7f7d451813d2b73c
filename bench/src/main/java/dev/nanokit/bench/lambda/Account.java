package dev.nanokit.bench.lambda;

import dev.nanokit.aws.standin.AwsStandin;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** An emulated account with a table, a secret and a state machine. */
final class Account implements AutoCloseable {
    private final AwsStandin moto;
    private final String name = "nanokit-bench-" + UUID.randomUUID();
    private final Map<String, String> variables = new HashMap<>();

    private Account(AwsStandin moto) {
        this.moto = moto;
    }

    /** @param secret that deliveries are signed with */
    static Account open(String secret) {
        Account account = new Account(AwsStandin.start());
        account.setUp(secret);
        return account;
    }

    /** What a function finds in its environment. */
    Map<String, String> variables() {
        return variables;
    }

    private void setUp(String secret) {
        try (SecretsManagerClient vault = client(SecretsManagerClient.builder())) {
            vault.createSecret(request -> request.name(name).secretString(secret));
        }
        try (DynamoDbClient tables = client(DynamoDbClient.builder())) {
            tables.createTable(request -> request.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(text("pk"), text("sk"))
                    .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        }
        variables.putAll(moto.variables());
        variables.put("NANOKIT_STATE", "dynamodb://" + name);
        variables.put("NANOKIT_WEBHOOK_SECRETS", "secretsmanager:" + name);
        variables.put("NANOKIT_STATE_MACHINE_ARN", stateMachine());
        variables.put("PEER_TABLE", name);
        variables.put("PEER_SECRET", name);
    }

    private static AttributeDefinition text(String attribute) {
        return AttributeDefinition.builder()
                .attributeName(attribute)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String attribute, KeyType type) {
        return KeySchemaElement.builder().attributeName(attribute).keyType(type).build();
    }

    private String stateMachine() {
        try (SfnClient machines = client(SfnClient.builder())) {
            return machines.createStateMachine(request -> request.name(name)
                            .roleArn("arn:aws:iam::123456789012:role/nanokit")
                            .definition("{\"StartAt\":\"Done\",\"States\":{\"Done\":{\"Type\":\"Succeed\"}}}"))
                    .stateMachineArn();
        }
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(moto.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public void close() {
        moto.close();
    }
}
