package dev.nanokit.cli.github.setup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The pages on this machine between which the browser goes to GitHub and comes back. Answers only on the loopback
 * address, and only where the browser itself thinks that it is there: a page elsewhere can't make it speak.
 */
final class SetupServer implements AutoCloseable {
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    private final HttpServer server;
    private final OneTimeState state = new OneTimeState();
    private volatile String startPage = "";
    private volatile Function<String, String> onCode = code -> SetupPages.failed("not begun");

    private SetupServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens. Shows nothing before it is told {@link #begin what}.
     *
     * @param port 0 for any that is free
     * @throws IOException when the port is taken
     */
    static SetupServer listen(int port) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        SetupServer setup = new SetupServer(server);
        server.createContext("/", setup::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        return setup;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    String redirect() {
        return address() + "/registered";
    }

    String state() {
        return state.text();
    }

    /**
     * @param page the first page
     * @param registered what is done with the code, once: gives the last page
     */
    void begin(String page, Function<String, String> registered) {
        startPage = page;
        onCode = registered;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!isForThisMachine(exchange)) {
                send(exchange, FORBIDDEN, SetupPages.failed("This page is only for the machine that it runs on."));
            } else if (!exchange.getRequestMethod().equals("GET")) {
                send(exchange, NOT_ALLOWED, SetupPages.failed("There is nothing to send here."));
            } else {
                switch (exchange.getRequestURI().getPath()) {
                    case "/" -> send(exchange, OK, startPage);
                    case "/registered" -> registered(exchange);
                    default -> send(exchange, NOT_FOUND, SetupPages.failed("There is no such page."));
                }
            }
        }
    }

    /** A name that an attacker's DNS points to this machine comes with that name as host. */
    private boolean isForThisMachine(HttpExchange exchange) {
        int port = server.getAddress().getPort();
        String host = String.valueOf(exchange.getRequestHeaders().getFirst("Host"));
        return Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port).contains(host);
    }

    private void registered(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        String code = query.getOrDefault("code", "");
        if (code.isEmpty() || !state.accept(query.getOrDefault("state", ""))) {
            send(exchange, BAD_REQUEST, SetupPages.failed("GitHub did not send you here, or did so before."));
        } else {
            send(exchange, OK, onCode.apply(code));
        }
    }

    private static Map<String, String> query(String rawOrNull) {
        Map<String, String> values = new HashMap<>();
        for (String pair : (rawOrNull == null ? "" : rawOrNull).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("X-Frame-Options", "DENY");
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** Lets what is being answered be answered. */
    @Override
    public void close() {
        server.stop(1);
    }
}
