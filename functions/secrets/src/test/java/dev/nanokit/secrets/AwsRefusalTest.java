package dev.nanokit.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import dev.nanokit.stages.secret.SecretUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user is told when AWS refuses, fails, or isn't there. */
class AwsRefusalTest {
    private static final SecretRef ORDERS = new SecretRef(Store.SSM, "/shop/orders", new Place("nanokit.yml", 7, 12));

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stopListening() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AccessDeniedException       | 400 | AWS denies access                   | allow ssm:GetParameter, and kms:Decrypt
            ExpiredTokenException       | 400 | the AWS credentials have run out    | sign in again
            UnrecognizedClientException | 400 | AWS does not accept the credentials | check AWS_ACCESS_KEY_ID
            InvalidKeyId                | 400 | it can't be decrypted               | check that its KMS key is enabled
            ThrottlingException         | 400 | AWS is being asked too often        | run it again in a moment
            InternalServerError         | 500 | AWS failed                          | run it again in a moment
            ValidationException         | 400 | AWS refuses the request             | check the name in the file
            """)
    void refusalSaysWhyAndWhatToDo(String code, int status, String why, String fix) {
        answer(status, "{\"__type\":\"%s\",\"message\":\"because of the moon\"}".formatted(code));

        SecretUnavailableException refusal = refusal(variables());

        assertThat(refusal)
                .hasMessageContaining("the secret ssm:/shop/orders can't be read: " + why)
                .hasMessageContaining(code + ": because of the moon");
        assertThat(refusal.fix()).contains(fix);
    }

    @Test
    void throttledRequestIsTriedAgainBeforeTheUserIsTold() {
        answer(400, "{\"__type\":\"ThrottlingException\",\"message\":\"slow down\"}");

        refusal(variables());

        assertThat(requests).hasValueGreaterThan(1);
    }

    @Test
    void answerThatIsNoJsonIsToldWithoutQuotingIt() {
        answer(200, "{\"Parameter\":{\"Name\":\"/shop/orders\",\"Value\":\"hunter2\", oops");

        SecretUnavailableException refusal = refusal(variables());

        assertThat(refusal).hasMessageContaining("AWS's answer makes no sense");
        assertThat(everythingThatCouldBePrinted(refusal)).doesNotContain("hunter2");
    }

    @Test
    void errorWithoutABodyIsToldByItsStatus() {
        answer(403, "");

        assertThat(refusal(variables())).hasMessageContaining("status 403");
    }

    @Test
    void unreachableAddressIsNamed() throws IOException {
        int nobodyListens;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyListens = socket.getLocalPort();
        }
        Map<String, String> variables = variables();
        variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + nobodyListens);

        SecretUnavailableException refusal = refusal(variables);

        assertThat(refusal).hasMessageContaining("AWS can't be reached (Connection refused");
        assertThat(refusal.fix()).isEqualTo("check the network, AWS_REGION and AWS_ENDPOINT_URL");
    }

    @Test
    void unknownHostIsNamed() {
        Map<String, String> variables = variables();
        variables.put("AWS_ENDPOINT_URL", "http://ssm.nowhere.invalid");

        assertThat(refusal(variables)).hasMessageContaining("unknown host ssm.nowhere.invalid");
    }

    @Test
    void endpointThatIsNoAddressIsRefused() {
        Map<String, String> variables = variables();
        variables.put("AWS_ENDPOINT_URL", "localhost 5000");

        assertThat(refusal(variables)).hasMessage("AWS can't be asked for secrets: 'localhost 5000' is no address");
    }

    @Test
    void endpointOfTheServiceWinsOverTheGeneralOne() {
        answer(200, "{\"Parameter\":{\"Value\":\"hunter2\"}}");
        Map<String, String> variables = variables();
        variables.put("AWS_ENDPOINT_URL_SSM", variables.get("AWS_ENDPOINT_URL"));
        variables.put("AWS_ENDPOINT_URL", "http://ssm.nowhere.invalid");

        try (AwsSecrets secrets = new AwsSecrets(variables)) {
            assertThat(secrets.find(ORDERS)).contains("hunter2");
        }
    }

    @Test
    void missingRegionSaysWhereToSetIt() {
        Map<String, String> variables = variables();
        variables.remove("AWS_REGION");

        SecretUnavailableException refusal = refusal(variables);

        assertThat(refusal).hasMessage("AWS can't be asked for secrets: no region is set");
        assertThat(refusal.fix()).contains("AWS_REGION");
    }

    @Test
    void missingCredentialsSayHowToGiveThem() {
        Map<String, String> variables = variables();
        variables.remove("AWS_SECRET_ACCESS_KEY");

        SecretUnavailableException refusal = refusal(variables);

        assertThat(refusal).hasMessage("AWS can't be asked for secrets: there are no credentials");
        assertThat(refusal.fix()).contains("aws sso login");
        assertThat(requests).hasValue(0);
    }

    @Test
    void profileThatIsNotThereIsNamed() {
        Map<String, String> variables = variables();
        variables.remove("AWS_ACCESS_KEY_ID");
        variables.put("AWS_PROFILE", "shop-admin");

        assertThat(refusal(variables)).hasMessageContaining("there are no credentials in profile 'shop-admin'");
    }

    private void answer(int status, String body) {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test"));
    }

    private static SecretUnavailableException refusal(Map<String, String> variables) {
        try (AwsSecrets secrets = new AwsSecrets(variables)) {
            SecretUnavailableException refusal =
                    catchThrowableOfType(SecretUnavailableException.class, () -> secrets.find(ORDERS));
            assertThat(refusal).as("the refusal").isNotNull();
            return refusal;
        }
    }

    private static String everythingThatCouldBePrinted(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
