package dev.nanokit.github.client.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Tells the listener of each request. */
public final class Counted implements Exchange {
    private final Exchange next;
    private final String base;
    private final CallListener listener;

    public Counted(Exchange next, URI base, CallListener listener) {
        this.next = next;
        this.base = base.getRawPath();
        this.listener = listener;
    }

    @Override
    public Answer send(Request request) throws IOException {
        long start = System.nanoTime();
        int status = 0;
        try {
            Answer answer = next.send(request);
            status = answer.status();
            return answer;
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            listener.called(new CallListener.Call(request.method(), route(request), status, took));
        }
    }

    private String route(Request request) {
        String path = request.uri().getRawPath();
        return OperationName.of(path.startsWith(base) ? path.substring(base.length()) : path);
    }
}
