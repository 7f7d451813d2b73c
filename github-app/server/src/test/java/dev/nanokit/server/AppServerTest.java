package dev.nanokit.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nanokit.server.http.PageSource;
import dev.nanokit.server.work.RetrySchedule;
import dev.nanokit.server.work.WorkLimits;
import dev.nanokit.server.work.WorkSlots;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.TableException;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.WebhookIntake;
import dev.nanokit.webhook.WebhookSecrets;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Trigger;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server over real connections. */
@Timeout(120)
class AppServerTest {
    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LinkedBlockingQueue<Trigger> handled = new LinkedBlockingQueue<>();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private HookedTable table;
    private AppServer server;

    @BeforeEach
    void start() throws IOException {
        table = new HookedTable(SqliteTable.open(folder.resolve("state.db"), InstantSource.system()));
        server = start(table, handled::add);
    }

    @AfterEach
    void close() {
        closeServer();
        client.close();
    }

    private void closeServer() {
        server.close();
        table.close();
    }

    private void restartWith(TriggerHandler handler) throws IOException {
        closeServer();
        table = new HookedTable(SqliteTable.open(folder.resolve("state.db"), InstantSource.system()));
        server = start(table, handler);
    }

    private AppServer start(Table table, TriggerHandler handler) throws IOException {
        return start(table, handler, PageSource.NONE);
    }

    private AppServer start(Table table, TriggerHandler handler, PageSource pages) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        WorkLimits limits = new WorkLimits(new WorkSlots(4), 100, new RetrySchedule(List.of()));
        ServerSettings settings = new ServerSettings(anyPort, limits, Duration.ofSeconds(30), Duration.ofSeconds(30));
        WebhookSecrets secrets = WebhookSecrets.of(List.of(Delivery.SECRET));
        JsonLog json = new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8), InstantSource.system());
        return AppServer.start(settings, () -> secrets, table, handler, json, InstantSource.system(), pages);
    }

    @Test
    void signedDeliveryIsTakenAndHandled() throws Exception {
        HttpResponse<String> answer = send(Delivery.push(server.address(), "1", "main"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).isEqualTo("{\"message\":\"taken\"}\n");
        assertThat(handled.take())
                .isInstanceOfSatisfying(
                        Trigger.BranchPushed.class,
                        push -> assertThat(push.branch()).isEqualTo("main"));
    }

    @Test
    void deliveryIsOnTheDiskBeforeItIsAcknowledged() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayWrite = new CountDownLatch(1);
        table.before = writes -> {
            table.before = ignored -> {};
            written.countDown();
            await(mayWrite);
        };
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(Delivery.push(server.address(), "1", "main"), HttpResponse.BodyHandlers.ofString());
        written.await();

        assertThat(answer).isNotDone();
        mayWrite.countDown();
        assertThat(answer.join().statusCode()).isEqualTo(202);
    }

    @Test
    void deliveryThatComesTwiceIsHandledOnce() throws Exception {
        send(Delivery.push(server.address(), "1", "first"));
        assertThat(send(Delivery.push(server.address(), "1", "first")).statusCode())
                .isEqualTo(202);
        send(Delivery.push(server.address(), "2", "second"));

        assertThat(List.of(handled.take(), handled.take()))
                .extracting(trigger -> ((Trigger.BranchPushed) trigger).branch())
                .containsExactlyInAnyOrder("first", "second");
        assertThat(handled).isEmpty();
    }

    @Test
    void badSignatureIsRefusedAndCounted() throws Exception {
        HttpRequest good = Delivery.push(server.address(), "1", "main");
        HttpRequest bad = HttpRequest.newBuilder(good, (name, value) -> !name.equalsIgnoreCase("X-Hub-Signature-256"))
                .header("X-Hub-Signature-256", "sha256=" + "0".repeat(64))
                .build();

        assertThat(send(bad).statusCode()).isEqualTo(401);
        assertThat(metrics()).contains("nanokit_webhook_requests_total{outcome=\"bad_signature\"} 1.0");
        assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"outcome\":\"BAD_SIGNATURE\"");
    }

    @Test
    void storeThatFailsIsAnswered503() throws Exception {
        table.before = writes -> {
            throw new TableException("the disk is full", true, "Make room.", null);
        };

        HttpResponse<String> answer = send(Delivery.push(server.address(), "1", "main"));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo("{\"message\":\"could not be written down\"}\n");
        table.before = writes -> {};
        assertThat(send(Delivery.push(server.address(), "1", "main")).statusCode())
                .isEqualTo(202);
        handled.take();
    }

    @Test
    void bodyThatSaysItIsTooLargeIsRefusedWithoutBeingRead() throws Exception {
        int tooMany = WebhookIntake.MAX_BODY_BYTES + 1;

        assertThat(raw("POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: " + tooMany + "\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        assertThat(metrics()).contains("nanokit_webhook_requests_total{outcome=\"too_large\"} 1.0");
    }

    @Test
    void otherPathsAndMethodsAreTold() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/webhook/x").statusCode()).isEqualTo(404);
        HttpResponse<String> get = get("/webhook");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(get.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void serverIsHealthyWhileItCanReadItsTable() throws Exception {
        assertThat(get("/health").statusCode()).isEqualTo(200);
        assertThat(get("/health").body()).isEqualTo("{\"status\":\"up\"}\n");

        table.close();
        assertThat(get("/health").statusCode()).isEqualTo(503);
    }

    @Test
    void metricsShowWhatWasDoneAndWhatWaits() throws Exception {
        send(Delivery.push(server.address(), "1", "main"));
        handled.take();

        String metrics = metrics();
        assertThat(metrics)
                .contains("nanokit_webhook_requests_total{outcome=\"started\"} 1.0")
                .contains("nanokit_webhook_requests_total{outcome=\"too_large\"} 0.0")
                .contains("nanokit_deliveries_parked 0.0")
                .contains("# TYPE nanokit_deliveries_waiting gauge");
    }

    @Test
    void poisonIsSetAsideAndSeen() throws Exception {
        restartWith(trigger -> {
            throw new IllegalStateException("poison");
        });
        send(Delivery.push(server.address(), "1", "main"));
        String metrics = metrics();
        while (!metrics.contains("nanokit_deliveries_parked 1.0")) {
            metrics = metrics();
        }

        assertThat(log.toString(StandardCharsets.UTF_8))
                .contains("\"event\":\"parked\"")
                .contains("poison");
    }

    @Test
    void clientThatNeverFinishesItsRequestIsHungUpOn() throws Exception {
        List<String> parts =
                List.of("", "POST /webhook HTT", "POST /webhook HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nfew");

        assertThat(parts.parallelStream().map(this::raw)).noneMatch(answer -> answer.contains("HTTP/1.1 2"));
        assertThat(get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void stoppingFinishesWhatRunsAndKeepsTheRest() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        restartWith(trigger -> {
            begun.countDown();
            mayEnd.await();
            handled.add(trigger);
        });
        send(Delivery.push(server.address(), "1", "main"));
        send(Delivery.push(server.address(), "2", "main"));
        begun.await();
        Thread closing = Thread.ofVirtual().start(server::close);
        mayEnd.countDown();
        closing.join();
        assertThat(handled).hasSizeBetween(1, 2);
        restartWith(handled::add);
        handled.take();
        handled.take();

        assertThat(handled).isEmpty();
    }

    @Test
    void pagesAreServedAndTheirAddressesToldToNobody() throws Exception {
        closeServer();
        table = new HookedTable(SqliteTable.open(folder.resolve("state.db"), InstantSource.system()));
        server = start(
                table,
                handled::add,
                (path, query) -> path.startsWith("/plans/")
                        ? Optional.of(new PageSource.Page(200, "<p>" + path + " " + query + " ä</p>"))
                        : Optional.empty());

        HttpResponse<String> page = get("/plans/one?signature=x%20y");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).isEqualTo("<p>/plans/one signature=x%20y ä</p>");
        assertThat(page.headers().map())
                .containsEntry("content-type", List.of("text/html; charset=utf-8"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsEntry("cache-control", List.of("private, no-store"));
        assertThat(get("/elsewhere").statusCode()).isEqualTo(404);
        assertThat(send(HttpRequest.newBuilder(uri("/plans/one")).DELETE().build())
                        .statusCode())
                .isEqualTo(405);
        assertThat(log.toString(StandardCharsets.UTF_8)).doesNotContain("signature");
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    private String metrics() throws Exception {
        return get("/metrics").body();
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.address().getPort() + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** Sends so much and no more, and reads until the server hangs up. */
    private String raw(String request) {
        try (Socket socket =
                new Socket(server.address().getAddress(), server.address().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
