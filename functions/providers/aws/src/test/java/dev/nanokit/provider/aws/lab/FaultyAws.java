package dev.nanokit.provider.aws.lab;

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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between Nanokit and an AWS, and lets each call that changes something go wrong the first
 * time. */
public final class FaultyAws implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");
    /** The SDK makes one up for each attempt where it is given none. */
    private static final Pattern TOKEN = Pattern.compile("ClientToken=[^&]*");

    private static final Pattern READING = Pattern.compile("(Describe|Get|List).*");
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final URI behind;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Fault fault;
    private final int every;
    private final Map<String, Integer> changing = new ConcurrentHashMap<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();

    /** What becomes of a call. */
    public enum Fault {
        NONE,
        /** Turned away unheard, as too many were made. */
        THROTTLED,
        /** Turned away unheard, with an error of the server's own. */
        REFUSED,
        /** Carried out, and the answer lost. */
        ANSWER_LOST
    }

    /** @param every 1 lets each of them go wrong, 4 every fourth */
    public FaultyAws(URI behind, Fault fault, int every) {
        this.behind = behind;
        this.fault = fault;
        this.every = every;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The calls that went wrong, by their actions. */
    public List<String> failed() {
        return List.copyOf(failed);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String action = action(exchange, body);
            Fault now = fault(action, body);
            if (now == Fault.THROTTLED) {
                answer(exchange, 503, "RequestLimitExceeded");
            } else if (now == Fault.REFUSED) {
                answer(exchange, 500, "InternalError");
            } else {
                forward(exchange, body, now);
            }
        }
    }

    private synchronized Fault fault(String action, byte[] body) {
        String call =
                action + TOKEN.matcher(new String(body, StandardCharsets.UTF_8)).replaceAll("");
        if (READING.matcher(action).matches()
                || changing.putIfAbsent(call, changing.size()) != null
                || changing.get(call) % every != 0) {
            return Fault.NONE;
        }
        failed.add(action);
        return fault;
    }

    private static String action(HttpExchange exchange, byte[] body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        if (target != null) {
            return target.substring(target.lastIndexOf('.') + 1);
        }
        Matcher query = ACTION.matcher(new String(body, StandardCharsets.UTF_8));
        if (query.find()) {
            return query.group(1);
        }
        String method = exchange.getRequestMethod();
        return (method.equals("GET") ? "Get " : method + " ")
                + exchange.getRequestURI().getPath();
    }

    private static void answer(HttpExchange exchange, int status, String code) throws IOException {
        byte[] text = ("<Response><Errors><Error><Code>" + code + "</Code><Message>made up</Message></Error></Errors>"
                        + "<RequestID>made-up</RequestID></Response>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
    }

    private void forward(HttpExchange exchange, byte[] body, Fault now) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        behind.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_FORWARDED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (now == Fault.ANSWER_LOST) {
                answer(exchange, 500, "InternalError");
                return;
            }
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
