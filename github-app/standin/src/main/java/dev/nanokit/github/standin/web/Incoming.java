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
    /** Where a GitHub Enterprise Server has the API. */
    private static final String ENTERPRISE = "/api/v3";

    private static String path(String asked) {
        return asked.startsWith(ENTERPRISE + "/") ? asked.substring(ENTERPRISE.length()) : asked;
    }

    static Incoming of(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return new Incoming(
                exchange.getRequestMethod(),
                path(exchange.getRequestURI().getRawPath()),
                Ask.query(exchange.getRequestURI().getRawQuery()),
                authorization == null ? "" : authorization,
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-None-Match")),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
