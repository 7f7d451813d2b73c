package dev.nanokit.server.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.io.JsonStringEncoder;

/** What the paths need of the JDK's exchange. */
final class Exchange {
    private final HttpExchange exchange;

    Exchange(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** Each header's first value. */
    Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    /** Answers {@code {"message": …}}. */
    void answer(int status, String message) throws IOException {
        String json =
                "{\"message\":\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(message)) + "\"}\n";
        answer(status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** Answers, and ends the connection: what the client still sends of its request is not waited for. */
    void answerAndHangUp(int status, String message) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        answer(status, message);
    }

    void answer(int status, String contentType, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", contentType);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    /** Its address may be a secret: it is told to nobody, and kept nowhere on the way. */
    void answer(PageSource.Page page) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Cache-Control", "private, no-store");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Robots-Tag", "noindex");
        headers.set("X-Content-Type-Options", "nosniff");
        answer(page.status(), "text/html; charset=utf-8", page.html().getBytes(StandardCharsets.UTF_8));
    }

    void allow(String methods) {
        exchange.getResponseHeaders().set("Allow", methods);
    }
}
