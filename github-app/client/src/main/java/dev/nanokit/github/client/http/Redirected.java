package dev.nanokit.github.client.http;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Follows GitHub to where a renamed repository is now. Never to another host, which would be handed the token: such an
 * answer is left as it is.
 */
public final class Redirected implements Exchange {
    private static final Set<Integer> MOVED = Set.of(301, 307, 308);
    private static final int MOST = 3;

    private final Exchange next;

    public Redirected(Exchange next) {
        this.next = next;
    }

    @Override
    public Answer send(Request request) throws IOException {
        Request asked = request;
        Answer answer = next.send(asked);
        for (int followed = 0; followed < MOST && MOVED.contains(answer.status()); followed++) {
            Optional<URI> target = target(asked.uri(), answer).filter(to -> sameHost(to, request.uri()));
            if (target.isEmpty()) {
                return answer;
            }
            asked = new Request(request.method(), target.get(), request.headers(), request.body());
            answer = next.send(asked);
        }
        return answer;
    }

    /** Where the answer points; nowhere when that is no address. */
    public static Optional<URI> target(URI from, Answer answer) {
        try {
            return answer.header("location").map(from::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameHost(URI to, URI from) {
        return from.getScheme().equals(to.getScheme()) && from.getRawAuthority().equals(to.getRawAuthority());
    }
}
