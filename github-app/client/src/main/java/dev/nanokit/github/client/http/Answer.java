package dev.nanokit.github.client.http;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What GitHub answered, in full. */
public final class Answer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] body;

    public Answer(int status, HttpHeaders headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body.clone();
    }

    public int status() {
        return status;
    }

    public HttpHeaders headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public byte[] body() {
        return body.clone();
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    int size() {
        return body.length;
    }

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** A body may hold a token: only the status is fit to be shown. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
