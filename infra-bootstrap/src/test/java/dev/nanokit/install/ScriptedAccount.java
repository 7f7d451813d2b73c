package dev.nanokit.install;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An account that has been made ready, and whose stack {@code nanokit} is in a state, or whose answers are refusals, that
 * no emulator has. It answers in AWS's own XML, and changes nothing.
 */
final class ScriptedAccount implements AutoCloseable {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=([^&]*)");

    private final HttpServer server;
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final String status;
    private final String refusal;

    private ScriptedAccount(String status, String refusal) {
        this.status = status;
        this.refusal = refusal;
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    static ScriptedAccount whoseStackIs(String status) {
        return new ScriptedAccount(status, "");
    }

    /** @param code AWS's own name of why it refuses everything */
    static ScriptedAccount thatRefuses(String code) {
        return new ScriptedAccount("", code);
    }

    Map<String, String> variables() {
        return Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:" + server.getAddress().getPort(),
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "test",
                "AWS_SECRET_ACCESS_KEY", "test",
                "AWS_MAX_ATTEMPTS", "1");
    }

    /** The actions that were asked for. */
    Set<String> asked() {
        return Set.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String action = field(body, "Action");
        asked.add(action);
        if (!refusal.isEmpty()) {
            respond(
                    exchange,
                    403,
                    "<ErrorResponse><Error><Code>%s</Code><Message>not so</Message></Error></ErrorResponse>"
                            .formatted(refusal));
            return;
        }
        respond(
                exchange,
                200,
                switch (action) {
                    case "GetCallerIdentity" ->
                        result(action, "<Account>123456789012</Account><Arn>arn:aws:iam::1:user/me</Arn>");
                    case "DescribeStacks" -> result(action, stacks(field(body, "StackName")));
                    case "DescribeStackEvents" ->
                        result(
                                action,
                                "<StackEvents>" + event("nanokit", "ROLLBACK_COMPLETE", "")
                                        + event("WebhookRole", "CREATE_FAILED", "Resource creation cancelled")
                                        + event("Table", "CREATE_FAILED", "nanokit already exists")
                                        + "</StackEvents>");
                    default -> "";
                });
    }

    private String stacks(String name) {
        return name.equals("nanokit")
                ? stack(name, status, "")
                : stack(
                        name,
                        "CREATE_COMPLETE",
                        "<member><OutputKey>ArtifactBucket</OutputKey><OutputValue>artifacts</OutputValue></member>"
                                + "<member><OutputKey>PermissionsBoundary</OutputKey><OutputValue>b</OutputValue></member>");
    }

    private static String stack(String name, String status, String outputs) {
        return "<Stacks><member><StackName>%s</StackName><StackStatus>%s</StackStatus><Outputs>%s</Outputs></member></Stacks>"
                .formatted(name, status, outputs);
    }

    private static String event(String resource, String status, String reason) {
        return ("<member><LogicalResourceId>%s</LogicalResourceId><ResourceStatus>%s</ResourceStatus>"
                        + "<ResourceStatusReason>%s</ResourceStatusReason>"
                        + "<Timestamp>2026-11-24T20:00:00Z</Timestamp></member>")
                .formatted(resource, status, reason);
    }

    private static String result(String action, String content) {
        return "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>".formatted(action, content);
    }

    private static String field(String body, String name) {
        Matcher fields = FIELD.matcher(body);
        while (fields.find()) {
            if (fields.group(1).equals(name)) {
                return fields.group(2);
            }
        }
        return "";
    }

    private static void respond(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
