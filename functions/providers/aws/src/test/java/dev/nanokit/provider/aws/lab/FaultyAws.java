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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between Nanokit and an AWS, and lets one of the calls that change something go wrong. */
public final class FaultyAws implements AutoCloseable {
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z]+)");
    private static final Pattern READING = Pattern.compile("(Describe|Get|List).*");
    private static final Set<String> NOT_FORWARDED =
            Set.of("host", "connection", "content-length", "expect", "upgrade", "transfer-encoding");

    private final URI behind;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> changing = new CopyOnWriteArrayList<>();
    private final List<String> all = new CopyOnWriteArrayList<>();
    private Fault fault = Fault.NONE;
    private int failing = -1;

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

    public FaultyAws(URI behind) {
        this.behind = behind;
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

    /** Lets the call of this number go wrong, counted from 0 over those that change something. */
    public void fail(int call, Fault how) {
        changing.clear();
        failing = call;
        fault = how;
    }

    /** The calls that change something, since {@link #fail}. */
    public List<String> changing() {
        return List.copyOf(changing);
    }

    /** Every call, reading ones too. */
    public List<String> all() {
        return List.copyOf(all);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String action = action(exchange, body);
            Fault now = fault(action);
            if (now == Fault.THROTTLED) {
                answer(exchange, 503, "RequestLimitExceeded");
            } else if (now == Fault.REFUSED) {
                answer(exchange, 500, "InternalError");
            } else {
                forward(exchange, body, now);
            }
        }
    }

    private synchronized Fault fault(String action) {
        all.add(action);
        if (READING.matcher(action).matches()) {
            return Fault.NONE;
        }
        changing.add(action);
        return changing.size() - 1 == failing ? fault : Fault.NONE;
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

    /** The different calls that were made. */
    public Set<String> kinds() {
        return new TreeSet<>(all);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
