package dev.nanokit.provider.docker.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EngineHttpClientTest {
    private static final String PING = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK";

    private static final String HEAD = " HTTP/1.1\r\nHost: docker\r\nUser-Agent: nanokit\r\n\r\n";

    private final ScriptedDialer dialer = new ScriptedDialer();
    private final EngineHttpClient client = new EngineHttpClient(dialer);

    private String get(String path) {
        return text(client.execute(request("GET", path).build()));
    }

    private static Request.Builder request(String method, String path) {
        return Request.builder().method(Request.Method.valueOf(method)).path(path);
    }

    private static String text(Response response) {
        try (response;
                InputStream body = response.getBody()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aConnectionIsUsedForOneRequestAfterAnother() {
        dialer.wireAnswers(PING, PING);

        assertThat(get("/one")).isEqualTo("OK");
        assertThat(get("/two")).isEqualTo("OK");

        assertThat(dialer.requests()).containsExactly(("GET /one" + HEAD) + ("GET /two" + HEAD));
    }

    @Test
    void aBodyInChunksIsPutTogether() {
        dialer.wireAnswers(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nWiki\r\n6;x=y\r\npedia \r\n6\r\nchunks\r\n0\r\nTrailer: x\r\n\r\n",
                PING);

        assertThat(get("/chunked")).isEqualTo("Wikipedia chunks");
        assertThat(get("/next")).isEqualTo("OK");
    }

    @Test
    void aBodyWithoutALengthEndsWithTheConnectionWhichIsNotUsedAgain() {
        dialer.wireAnswers("HTTP/1.1 200 OK\r\n\r\nto the end").wireAnswers(PING);

        assertThat(get("/stream")).isEqualTo("to the end");
        assertThat(get("/next")).isEqualTo("OK");

        assertThat(dialer.requests()).hasSize(2);
        assertThat(dialer.closed()).isEqualTo(1);
    }

    @Test
    void anAnswerThatSaysCloseEndsTheConnection() {
        dialer.wireAnswers("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nOK")
                .wireAnswers(PING);

        get("/one");
        get("/two");

        assertThat(dialer.requests()).hasSize(2);
    }

    @Test
    void aReadIsRepeatedWhenAKeptConnectionTurnsOutToBeClosed() {
        dialer.wireAnswers(PING).wireAnswers(PING);

        assertThat(get("/one")).isEqualTo("OK");
        assertThat(get("/two")).isEqualTo("OK");

        assertThat(dialer.requests()).hasSize(2);
    }

    @Test
    void aChangeIsNeverRepeatedBehindTheCallersBack() {
        dialer.wireAnswers(PING).wireAnswers(PING);
        get("/one");

        assertThatThrownBy(() -> client.execute(request("POST", "/change").build()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("closed before the answer was whole");
        assertThat(dialer.requests()).hasSize(1);
    }

    @Test
    void aJsonBodyGoesWithItsLengthAndAStreamInChunks() {
        dialer.wireAnswers(PING, PING, PING);

        text(client.execute(request("POST", "/json")
                .putHeader("content-type", "application/json")
                .bodyBytes("{}".getBytes(StandardCharsets.UTF_8))
                .build()));
        text(client.execute(request("PUT", "/tar")
                .body(new ByteArrayInputStream("tar".getBytes(StandardCharsets.UTF_8)))
                .build()));
        text(client.execute(request("DELETE", "/thing").build()));

        assertThat(dialer.requests().getFirst())
                .contains("content-type: application/json\r\nContent-Length: 2\r\n\r\n{}PUT")
                .contains("Transfer-Encoding: chunked\r\n\r\n3\r\ntar\r\n0\r\n\r\nDELETE")
                .endsWith("Content-Length: 0\r\n\r\n");
    }

    @Test
    void aCutBodyIsAnErrorAndNotAShorterBody() {
        dialer.wireAnswers("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf")
                .wireAnswers("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nA\r\nhalf");

        assertThatThrownBy(() -> get("/one")).hasMessageContaining("6 bytes of the answer missing");
        assertThatThrownBy(() -> get("/two")).hasMessageContaining("in the middle of the answer");
    }

    @Test
    void whatIsNoHttpIsToldAbridgedAndPrintable() {
        dialer.wireAnswers("\u0001\u0002" + "x".repeat(200) + "\r\n");

        assertThatThrownBy(() -> get("/"))
                .hasMessageContaining("what answers is no Docker engine: it said '??xxx")
                .hasMessageEndingWith("…'");
    }

    @Test
    void anEngineThatDoesNotAnswerIsNotWaitedForWithoutEnd() throws IOException {
        try (ServerSocket silent = new ServerSocket(0);
                EngineHttpClient impatient =
                        new EngineHttpClient(new TcpDialer("127.0.0.1", silent.getLocalPort(), Optional.empty()))) {
            assertThatThrownBy(() -> impatient.execute(request("GET", "/").build(), Duration.ofMillis(50)))
                    .hasMessageContaining("did not answer within");
        }
    }
}
