package dev.nanokit.github.client.repository;

import dev.nanokit.github.client.http.Answer;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Lets the github-api library speak through our exchanges: same token, limits, repeats and memory as everything else. */
final class Connector implements GitHubConnector {
    private static final Pattern TREE = Pattern.compile("(.*/git/trees/)(.+)");

    private final Api api;

    Connector(Api api) {
        this.api = api;
    }

    @Override
    public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
        return new Response(request, api.send(request(request)));
    }

    private static Request request(GitHubConnectorRequest request) throws IOException {
        Map<String, String> headers = request.allHeaders().entrySet().stream()
                .filter(header -> !header.getKey().equalsIgnoreCase("Accept-Encoding"))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, header -> header.getValue().getFirst()));
        return new Request(request.method(), uri(request), headers, body(request));
    }

    /** The library writes the slashes of a branch's name into the path as they are; GitHub takes it as one part. */
    private static URI uri(GitHubConnectorRequest request) {
        URI uri = URI.create(request.url().toString());
        Matcher tree = TREE.matcher(uri.getRawPath());
        if (!tree.matches() || tree.group(2).indexOf('/') < 0) {
            return uri;
        }
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return uri.resolve(tree.group(1) + tree.group(2).replace("/", "%2F") + query);
    }

    private static Optional<String> body(GitHubConnectorRequest request) throws IOException {
        if (!request.hasBody()) {
            return Optional.empty();
        }
        try (InputStream body = request.body()) {
            return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static final class Response extends GitHubConnectorResponse {
        private final Answer answer;

        Response(GitHubConnectorRequest request, Answer answer) {
            super(request, answer.status(), copy(answer.headers().map()));
            this.answer = answer;
        }

        private static Map<String, List<String>> copy(Map<String, List<String>> headers) {
            return Map.copyOf(headers);
        }

        @Override
        public InputStream bodyStream() {
            return new ByteArrayInputStream(answer.body());
        }

        @Override
        public void close() {
            // The answer is whole, and nothing is open.
        }
    }
}
