package dev.nanokit.github.client.http;

import dev.nanokit.github.api.GitHubException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GitHub's REST API in JSON: what is refused is an exception, lists are read page by page. */
public final class Api {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?next\"?");

    private final URI base;
    private final Exchange exchange;

    /** @param base without a slash at its end */
    public Api(URI base, Exchange exchange) {
        this.base = base;
        this.exchange = exchange;
    }

    /** A value as one part of a path or a query. */
    public static String part(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    public JsonNode get(String path) {
        return json(send(Request.get(uri(path))));
    }

    /** With nothing to say but what the path does. */
    public JsonNode post(String path) {
        return json(send(new Request("POST", uri(path), Map.of(), Optional.empty())));
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return json(send(Request.of("POST", uri(path), JSON.writeValueAsString(body))));
    }

    public JsonNode patch(String path, Map<String, ?> body) {
        return json(send(Request.of("PATCH", uri(path), JSON.writeValueAsString(body))));
    }

    /** Every item of a list, to its end. */
    public List<JsonNode> list(String path) {
        return listWhile(path, item -> true);
    }

    /** The items up to the first that is not wanted; no page after it is asked for. */
    public List<JsonNode> listWhile(String path, Predicate<JsonNode> wanted) {
        List<JsonNode> items = new ArrayList<>();
        for (URI page = uri(path); page != null; ) {
            Answer answer = send(Request.get(page));
            for (JsonNode item : Given.list(json(answer))) {
                if (!wanted.test(item)) {
                    return items;
                }
                items.add(item);
            }
            page = next(page, answer);
        }
        return items;
    }

    private static URI next(URI page, Answer answer) {
        Matcher link = NEXT.matcher(answer.header("link").orElse(""));
        if (!link.find()) {
            return null;
        }
        URI next = page.resolve(link.group(1));
        if (!page.getRawAuthority().equals(next.getRawAuthority())) {
            throw new GitHubException(
                    "GitHub's next page of " + Request.get(page) + " is at another host", 502, null, null);
        }
        return next;
    }

    /** Sends it as it is. */
    public Answer send(Request request) {
        return sent(
                exchange,
                request.with("Accept", request.headers().getOrDefault("Accept", "application/vnd.github+json"))
                        .with("X-GitHub-Api-Version", "2022-11-28"));
    }

    /** @throws GitHubException when GitHub refused, failed or did not answer */
    public static Answer sent(Exchange exchange, Request request) {
        Answer answer;
        try {
            answer = exchange.send(request);
        } catch (IOException e) {
            throw new GitHubException("GitHub did not answer " + request + ": " + e, 0, null, e);
        }
        if (answer.status() >= 300) {
            throw Refusal.of(request, answer);
        }
        return answer;
    }

    private JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.text());
        } catch (JacksonException e) {
            throw new GitHubException(
                    "GitHub's answer is not JSON: is " + base + " its API's address?", 502, null, null);
        }
    }

    private URI uri(String path) {
        return URI.create(base + path);
    }
}
