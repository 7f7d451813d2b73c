package dev.nanokit.github.standin.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer as it goes over the wire. */
record Outgoing(int status, Map<String, String> headers, String body) {
    Outgoing with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.putAll(more);
        return new Outgoing(status, all, body);
    }

    void writeTo(HttpExchange exchange, URI address) throws IOException {
        headers.forEach((name, value) -> {
            switch (name) {
                case Pages.NEXT ->
                    exchange.getResponseHeaders()
                            .set(
                                    "Link",
                                    "<" + address + exchange.getRequestURI().getRawPath() + "?" + value
                                            + ">; rel=\"next\"");
                case Server.ARCHIVE -> exchange.getResponseHeaders().set("Location", address + "/_archives/" + value);
                default -> exchange.getResponseHeaders().set(name, value);
            }
        });
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
