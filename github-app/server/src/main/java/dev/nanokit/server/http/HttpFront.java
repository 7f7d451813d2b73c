package dev.nanokit.server.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.nanokit.server.observe.Metrics;
import dev.nanokit.webhook.WebhookIntake;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Serves {@code /webhook}, {@code /health}, {@code /metrics} and pages, each request on a virtual thread. A client has
 * {@link #REQUEST_SECONDS} to send its whole request, and as long to read the answer.
 */
public final class HttpFront implements AutoCloseable {
    /** GitHub itself gives up after ten. */
    static final int REQUEST_SECONDS = 30;

    private static final int ACCEPT_QUEUE = 1024;
    private static final int MAX_CONNECTIONS = 10_000;
    private static final String JSON = "application/json";

    private final HttpServer server;
    private final WebhookPath webhook;
    private final Metrics metrics;
    private final BooleanSupplier healthy;
    private final PageSource pages;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("nanokit-http-", 0).factory());
    private final Phaser inFlight = new Phaser(1);
    private volatile boolean stopping;

    static {
        set("sun.net.httpserver.maxReqTime", REQUEST_SECONDS);
        set("sun.net.httpserver.maxRspTime", REQUEST_SECONDS);
        set("jdk.httpserver.maxConnections", MAX_CONNECTIONS);
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The JDK's server takes these for the whole process, and reads them when it is first used. */
    private static void set(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, String.valueOf(value));
        }
    }

    private HttpFront(
            HttpServer server, WebhookPath webhook, Metrics metrics, BooleanSupplier healthy, PageSource pages) {
        this.server = server;
        this.webhook = webhook;
        this.metrics = metrics;
        this.healthy = healthy;
        this.pages = pages;
    }

    /**
     * Listens.
     *
     * @param healthy whether deliveries can be written down
     * @throws IOException when the address can't be bound
     */
    public static HttpFront start(
            InetSocketAddress address, WebhookIntake intake, Metrics metrics, BooleanSupplier healthy, PageSource pages)
            throws IOException {
        HttpServer server = HttpServer.create(address, ACCEPT_QUEUE);
        MemoryBudget budget = new MemoryBudget(
                Math.max(4L * WebhookIntake.MAX_BODY_BYTES, Runtime.getRuntime().maxMemory() / 4));
        HttpFront front = new HttpFront(server, new WebhookPath(intake, budget), metrics, healthy, pages);
        server.setExecutor(front.threads);
        server.createContext("/", front::counted);
        server.start();
        return front;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    private void counted(HttpExchange exchange) throws IOException {
        inFlight.register();
        try (exchange) {
            route(new Exchange(exchange), exchange);
        } finally {
            inFlight.arriveAndDeregister();
        }
    }

    private void route(Exchange answer, HttpExchange exchange) throws IOException {
        if (stopping) {
            answer.answerAndHangUp(503, "stopping");
            return;
        }
        switch (exchange.getRequestURI().getPath()) {
            case "/webhook" -> {
                if (allowed(answer, exchange, "POST")) {
                    webhook.answer(answer, exchange.getRequestBody());
                }
            }
            case "/health" -> {
                if (allowed(answer, exchange, "GET", "HEAD")) {
                    health(answer);
                }
            }
            case "/metrics" -> {
                if (allowed(answer, exchange, "GET", "HEAD")) {
                    metrics(answer);
                }
            }
            case null, default -> page(answer, exchange);
        }
    }

    private void page(Exchange answer, HttpExchange exchange) throws IOException {
        Optional<PageSource.Page> page = pages.page(
                Objects.requireNonNullElse(exchange.getRequestURI().getPath(), ""),
                Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), ""));
        if (page.isEmpty()) {
            answer.answerAndHangUp(404, "there is /webhook, /health and /metrics");
        } else if (allowed(answer, exchange, "GET", "HEAD")) {
            answer.answer(page.get());
        }
    }

    private static boolean allowed(Exchange answer, HttpExchange exchange, String... methods) throws IOException {
        if (Set.of(methods).contains(exchange.getRequestMethod())) {
            return true;
        }
        answer.allow(String.join(", ", methods));
        answer.answerAndHangUp(405, "not with this method");
        return false;
    }

    private void health(Exchange answer) throws IOException {
        boolean up = healthy.getAsBoolean();
        String status = up ? "{\"status\":\"up\"}\n" : "{\"status\":\"down\"}\n";
        answer.answer(up ? 200 : 503, JSON, status.getBytes(StandardCharsets.UTF_8));
    }

    private void metrics(Exchange answer) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        metrics.writeTo(text);
        answer.answer(200, metrics.contentType(), text.toByteArray());
    }

    /** Takes no more requests, and lets those that are being answered come to their end for so long. */
    public void stop(Duration grace) throws InterruptedException {
        stopping = true;
        try {
            inFlight.awaitAdvanceInterruptibly(inFlight.arriveAndDeregister(), grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Whoever has not been answered by now will not be.
        }
        close();
    }

    @Override
    public void close() {
        stopping = true;
        server.stop(0);
        threads.shutdownNow();
    }
}
