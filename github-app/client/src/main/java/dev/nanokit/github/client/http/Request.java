package dev.nanokit.github.client.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One request to GitHub.
 *
 * @param headers the token is among them: never to be shown
 */
public record Request(String method, URI uri, Map<String, String> headers, Optional<String> body) {
    private static final Set<String> SAFE_TO_REPEAT = Set.of("GET", "HEAD", "PUT", "DELETE");

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(URI uri) {
        return new Request("GET", uri, Map.of(), Optional.empty());
    }

    public static Request of(String method, URI uri, String body) {
        return new Request(method, uri, Map.of("Content-Type", "application/json"), Optional.of(body));
    }

    public Request with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Request(method, uri, all, body);
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** Whether it does no more when it arrives twice. */
    boolean repeatable() {
        return SAFE_TO_REPEAT.contains(method);
    }

    /** Method and path alone: neither a header nor a query is fit to be shown. */
    @Override
    public String toString() {
        return method + " " + uri.getPath();
    }
}
