package dev.nanokit.github.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The network: one request, one answer, both within a time and a size. Follows no redirect. */
public final class Wire implements Exchange {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration DOWNLOAD = Duration.ofMinutes(10);

    /** A recursive tree is the longest answer: GitHub cuts it at 7 MB. A file in JSON takes a third more than itself. */
    private static final long LONGEST_ANSWER = 32L << 20;

    private final HttpClient http;
    private final Duration patience;
    private final String userAgent;

    /** @param patience how long one answer may take, from the first byte sent to the last received */
    public Wire(Duration patience, String userAgent) {
        this.http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.patience = patience;
        this.userAgent = userAgent;
    }

    @Override
    public Answer send(Request request) throws IOException {
        BodyHandler<byte[]> body = head -> new Bounded<>(BodySubscribers.ofByteArray(), LONGEST_ANSWER);
        HttpResponse<byte[]> response = await(http.sendAsync(http(request), body), patience);
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    /** Writes the answer's body into the file when it is a 200; the body of anything else is left out. */
    public Answer download(Request request, Path file, long bytes) throws IOException {
        BodyHandler<Object> body = head -> head.statusCode() == 200
                ? new Bounded<>(BodySubscribers.mapping(BodySubscribers.ofFile(file), path -> (Object) path), bytes)
                : BodySubscribers.replacing(file);
        HttpResponse<Object> response = await(http.sendAsync(http(request), body), DOWNLOAD);
        return new Answer(response.statusCode(), response.headers(), new byte[0]);
    }

    private HttpRequest http(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri())
                .version(version(request.uri()))
                .timeout(patience)
                .header("User-Agent", userAgent)
                .method(
                        request.method(),
                        request.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
        request.headers().forEach(builder::header);
        return builder.build();
    }

    /** Without TLS the client would offer an upgrade, which small servers misread. */
    private static HttpClient.Version version(URI uri) {
        return uri.getScheme().equals("https") ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    private static <T> T await(CompletableFuture<T> answer, Duration patience) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while GitHub was asked");
        }
    }
}
