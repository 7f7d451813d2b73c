package dev.nanokit.cli.github;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** GitHub's side of the manifest flow: takes the form, sends the browser back with a code, trades that once. */
public final class RegisteringGitHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, JsonNode> codes = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> registeredAt = new ConcurrentHashMap<>();
    private final long id;
    private final String pem;
    private final String webhookSecret;

    /**
     * @param pem the key that it gives the App
     * @param webhookSecret null where it gives none
     */
    public RegisteringGitHub(long id, String pem, String webhookSecret) throws IOException {
        this.id = id;
        this.pem = pem;
        this.webhookSecret = webhookSecret;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/settings/apps/new", this::form);
        server.createContext("/organizations/", this::form);
        server.createContext("/api/v3/app-manifests/", this::conversion);
        server.start();
    }

    /** With a key that is none. */
    static RegisteringGitHub giving(String webhookSecret) throws IOException {
        return new RegisteringGitHub(4711, "-----BEGIN RSA PRIVATE KEY-----\nMII\n", webhookSecret);
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The manifest that came to the path. */
    JsonNode manifest(String path) {
        return registeredAt.get(path);
    }

    private void form(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form =
                    parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String state = parameters(exchange.getRequestURI().getRawQuery()).get("state");
            JsonNode manifest = JSON.readTree(form.get("manifest"));
            String code = "code-" + codes.size();
            codes.put(code, manifest);
            registeredAt.put(exchange.getRequestURI().getPath(), manifest);
            URI back =
                    URI.create(manifest.required("redirect_url").stringValue() + "?code=" + code + "&state=" + state);
            exchange.getResponseHeaders().set("Location", back.toString());
            exchange.sendResponseHeaders(302, -1);
        }
    }

    private void conversion(HttpExchange exchange) throws IOException {
        try (exchange) {
            String code = exchange.getRequestURI().getPath().split("/", -1)[4];
            JsonNode manifest = codes.remove(code);
            boolean known = manifest != null && exchange.getRequestMethod().equals("POST");
            String answer = known ? app() : "{\"message\":\"Not Found\"}";
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(known ? 201 : 404, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private String app() {
        Map<String, Object> app = new HashMap<>(Map.of(
                "id",
                id,
                "slug",
                "nanokit-ada",
                "client_id",
                "Iv1.abc",
                "client_secret",
                "never-kept",
                "html_url",
                address() + "/apps/nanokit-ada",
                "pem",
                pem));
        app.put("webhook_secret", webhookSecret);
        return JSON.writeValueAsString(app);
    }

    private static Map<String, String> parameters(String text) {
        return Stream.of(text.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
