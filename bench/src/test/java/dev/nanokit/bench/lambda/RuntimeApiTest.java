package dev.nanokit.bench.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a function sees of Lambda, and what is noted of it. */
class RuntimeApiTest {
    private final HttpClient function = HttpClient.newHttpClient();
    private RuntimeApi api;

    @BeforeEach
    void start() throws IOException {
        api = RuntimeApi.start(
                List.of("{\"n\":1}".getBytes(StandardCharsets.UTF_8), "{\"n\":2}".getBytes(StandardCharsets.UTF_8)));
    }

    @AfterEach
    void stop() {
        api.close();
        function.close();
    }

    @Test
    void eventsComeInOrderAndTheirAnswersAreKept() throws Exception {
        assertThat(next().body()).isEqualTo("{\"n\":1}");
        answer("one");
        HttpResponse<String> second = next();
        assertThat(second.body()).isEqualTo("{\"n\":2}");
        assertThat(second.headers().firstValue("Lambda-Runtime-Aws-Request-Id")).isPresent();
        answer("two");
        askInVain();

        Timeline timeline = api.timeline().get();
        assertThat(timeline.requests()).extracting(Timeline.Request::answer).containsExactly("one", "two");
        assertThat(timeline.restored()).isEqualTo(timeline.initialised());
        assertThat(timeline.firstMillis()).isPositive();
    }

    @Test
    void onSnapStartTheInitEndsWithTheSnapshotAndTheRestoreCounts() throws Exception {
        function.send(get("restore/next"), BodyHandlers.ofString());
        next();
        answer("one");
        next();
        answer("two");
        askInVain();

        Timeline timeline = api.timeline().get();
        assertThat(timeline.restored()).isGreaterThan(timeline.initialised());
        assertThat(timeline.firstMillis())
                .isGreaterThan(timeline.requests().getFirst().millis());
    }

    @Test
    void errorOfTheFunctionEndsTheTurnWithItsWords() throws Exception {
        function.send(post("init/error", "no table"), BodyHandlers.ofString());

        assertThatThrownBy(() -> api.timeline().get())
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("init/error: no table");
    }

    private HttpResponse<String> next() throws Exception {
        return function.send(get("invocation/next"), BodyHandlers.ofString());
    }

    /** There is no third event, so the answer never comes. */
    private void askInVain() {
        var unused = function.sendAsync(get("invocation/next"), BodyHandlers.ofString());
    }

    private void answer(String text) throws Exception {
        function.send(post("invocation/1/response", text), BodyHandlers.ofString());
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(uri(path)).build();
    }

    private HttpRequest post(String path, String body) {
        return HttpRequest.newBuilder(uri(path))
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private URI uri(String path) {
        return URI.create("http://" + api.address() + "/2018-06-01/runtime/" + path);
    }
}
