package dev.nanokit.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.aws.standin.AwsStandin;
import dev.nanokit.state.table.dynamodb.TableSetup;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import tools.jackson.databind.JsonNode;

/** The stack's table is the one that the code makes for itself, and harder to lose. */
class TableTest {
    private final JsonNode table = Template.translated().properties("Table");

    @Test
    void itHasTheKeysAndTheTimeToLiveThatTheCodeGivesItsOwn() {
        String name = "nanokit-" + UUID.randomUUID();
        try (AwsStandin moto = AwsStandin.start();
                DynamoDbClient client = client(moto)) {
            TableSetup.createIfMissing(client, name);
            TableDescription made = client.describeTable(b -> b.tableName(name)).table();

            assertThat(pairs(table.path("KeySchema"), "AttributeName", "KeyType"))
                    .isEqualTo(made.keySchema().stream()
                            .collect(Collectors.toMap(
                                    KeySchemaElement::attributeName, KeySchemaElement::keyTypeAsString)));
            assertThat(pairs(table.path("AttributeDefinitions"), "AttributeName", "AttributeType"))
                    .isEqualTo(made.attributeDefinitions().stream()
                            .collect(Collectors.toMap(
                                    AttributeDefinition::attributeName, AttributeDefinition::attributeTypeAsString)));
            assertThat(table.path("BillingMode").asString())
                    .isEqualTo(made.billingModeSummary().billingModeAsString());
            assertThat(table.path("TimeToLiveSpecification")
                            .path("AttributeName")
                            .asString())
                    .isEqualTo(client.describeTimeToLive(b -> b.tableName(name))
                            .timeToLiveDescription()
                            .attributeName());
        }
    }

    @Test
    void itIsEncryptedCanBeRestoredAndOutlivesTheStack() {
        JsonNode resource = Template.translated().resource("Table");

        assertThat(table.at("/SSESpecification/SSEEnabled").asBoolean()).isTrue();
        assertThat(table.at("/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled")
                        .asBoolean())
                .isTrue();
        assertThat(table.path("DeletionProtectionEnabled").asBoolean()).isTrue();
        assertThat(resource.path("DeletionPolicy").asString()).isEqualTo("Retain");
        assertThat(resource.path("UpdateReplacePolicy").asString()).isEqualTo("Retain");
    }

    private static Map<String, String> pairs(JsonNode list, String key, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .collect(Collectors.toMap(
                        each -> each.path(key).asString(),
                        each -> each.path(value).asString()));
    }

    private static DynamoDbClient client(AwsStandin moto) {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(moto.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }
}
