package dev.nanokit.github.standin.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A request as it came over the wire. */
record Incoming(
        String method,
        String path,
        Map<String, String> query,
        String authorization,
        Optional<String> ifNoneMatch,
        String body) {
    static Incoming of(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return new Incoming(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                Ask.query(exchange.getRequestURI().getRawQuery()),
                authorization == null ? "" : authorization,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
