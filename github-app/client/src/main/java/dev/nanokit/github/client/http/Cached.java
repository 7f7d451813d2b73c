package dev.nanokit.github.client.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps answers, the last used ones, within bounded memory. What is named by its content never changes and isn't asked
 * for again; anything else is asked for with its entity tag, and GitHub sends and counts nothing when it is the same.
 */
public final class Cached implements Exchange {
    /** A tree by the id of its commit or of itself, or a file by its own. */
    private static final Pattern NAMED_BY_CONTENT =
            Pattern.compile(".*/git/(?:trees|blobs)/[0-9a-f]{40}(?:[0-9a-f]{24})?");

    private final Exchange next;
    private final String reader;
    private final Cache<String, Answer> kept;

    /** @param reader who asks: nobody gets what another has read */
    public Cached(Exchange next, String reader, Cache<String, Answer> kept) {
        this.next = next;
        this.reader = reader;
        this.kept = kept;
    }

    public static Cache<String, Answer> memory(long bytes) {
        return Caffeine.newBuilder()
                .maximumWeight(bytes)
                .<String, Answer>weigher((key, answer) -> key.length() + answer.size() + 1_000)
                .build();
    }

    @Override
    public Answer send(Request request) throws IOException {
        if (!request.isGet()) {
            return next.send(request);
        }
        String key = reader + request.uri() + " " + request.headers().getOrDefault("Accept", "");
        Answer before = kept.getIfPresent(key);
        if (before == null) {
            return keep(key, next.send(request));
        }
        return namedByContent(request) ? before : ask(request, key, before);
    }

    private Answer ask(Request request, String key, Answer before) throws IOException {
        Optional<String> tag = before.header("etag");
        Answer answer =
                next.send(tag.map(known -> request.with("If-None-Match", known)).orElse(request));
        return answer.status() == 304 ? before : keep(key, answer);
    }

    private Answer keep(String key, Answer answer) {
        if (answer.status() == 200) {
            kept.put(key, answer);
        }
        return answer;
    }

    private static boolean namedByContent(Request request) {
        return NAMED_BY_CONTENT.matcher(request.uri().getRawPath()).matches();
    }
}
