package dev.nanokit.provider.aws.lab.gaps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Moto, and in front of it what it leaves out. */
public final class CompletedMoto implements AutoCloseable {
    private static final Set<String> OWN_HEADERS =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final URI moto;
    private final List<Gap> gaps = List.of(new ElastiCacheGap(), new AutoScalingGap(), new EksGap());
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    public CompletedMoto(URI moto) {
        this.moto = moto;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.of(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            Gap.Reply reply = answer(call).orElseGet(() -> completed(call, exchange));
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Optional<Gap.Reply> answer(Call call) {
        return gaps.stream().flatMap(gap -> gap.answer(call).stream()).findFirst();
    }

    private Gap.Reply completed(Call call, HttpExchange exchange) {
        HttpResponse<String> answer = forwarded(call, exchange);
        answer.headers().map().forEach((name, values) -> {
            if (name.startsWith("x-amzn")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        String body = answer.body();
        for (Gap gap : gaps) {
            body = gap.completed(call, body);
        }
        return new Gap.Reply(
                answer.statusCode(), answer.headers().firstValue("content-type").orElse("text/xml"), body);
    }

    private HttpResponse<String> forwarded(Call call, HttpExchange exchange) {
        HttpRequest.Builder request = HttpRequest.newBuilder(moto.resolve(call.path()))
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        http.close();
    }
}
