package dev.nanokit.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.priming.Priming;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole function as Quarkus puts it together, behind Quarkus's stand-in for Lambda. */
@QuarkusTest
@QuarkusTestResource(EmulatedAccount.class)
class ProviderFunctionTest {
    @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
    int port;

    @Inject
    Priming priming;

    /** As Lambda does. */
    @BeforeEach
    void restoreFromASnapshot() {
        priming.beforeCheckpoint(null);
        priming.afterRestore(null);
    }

    @Test
    void runThatNobodyAskedForIsAClearError() throws Exception {
        assertThat(invoke("{\"version\":1,\"step\":\"plan\",\"run\":\"nobody-asked\"}"))
                .contains("dev.nanokit.stages.step.FailedStepException", "nobody-asked");
    }

    @Test
    void requestOfAnotherVersionIsRefusedWithWhatToDo() throws Exception {
        assertThat(invoke("{\"version\":7,\"step\":\"plan\",\"run\":\"r\"}"))
                .contains("dev.nanokit.stages.step.FailedStepException", "version is 7");
    }

    private String invoke(String event) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
