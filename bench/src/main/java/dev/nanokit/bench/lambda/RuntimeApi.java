package dev.nanokit.bench.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lambda's Runtime API for one function: hands out events, each when the one before was answered, and notes when. A
 * snapshot is restored as soon as it could be taken. Who asks for more events than there are waits.
 */
final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final List<byte[]> events;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Timeline> timeline = new CompletableFuture<>();
    private final List<Timeline.Request> requests = new ArrayList<>();
    private long initialised;
    private long restored;
    private long handedOut;

    private RuntimeApi(List<byte[]> events) throws IOException {
        this.events = events;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    static RuntimeApi start(List<byte[]> events) throws IOException {
        RuntimeApi api = new RuntimeApi(events);
        api.server.setExecutor(api.threads);
        api.server.createContext(ROOT, api::handle);
        api.server.start();
        return api;
    }

    /** As in AWS_LAMBDA_RUNTIME_API. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Complete when all events were answered; failed when the function reports an error. */
    CompletableFuture<Timeline> timeline() {
        return timeline;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        String path = exchange.getRequestURI().getPath().substring(ROOT.length());
        if (path.endsWith("error")) {
            String error = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            timeline.completeExceptionally(new IllegalStateException(path + ": " + error));
            accept(exchange, 202);
        } else if (path.equals("restore/next")) {
            initialised = now;
            accept(exchange, 200);
            restored = System.nanoTime();
        } else if (path.equals("invocation/next")) {
            next(exchange, now);
        } else {
            answered(exchange);
        }
    }

    private void next(HttpExchange exchange, long now) throws IOException {
        if (requests.isEmpty() && initialised == 0) {
            initialised = now;
            restored = now;
        }
        if (requests.size() == events.size()) {
            timeline.complete(new Timeline(initialised, restored, requests));
            return;
        }
        byte[] event = events.get(requests.size());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
        exchange.getResponseHeaders()
                .set("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 10_000));
        exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:::function:webhook");
        handedOut = System.nanoTime();
        exchange.sendResponseHeaders(200, event.length);
        exchange.getResponseBody().write(event);
        exchange.close();
    }

    private void answered(HttpExchange exchange) throws IOException {
        String answer = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Timeline.Request(handedOut, System.nanoTime(), answer));
        accept(exchange, 202);
    }

    private static void accept(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
