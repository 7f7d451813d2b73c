package dev.nanokit.github.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;

/**
 * Sends a request again when GitHub failed or did not answer, if that can't do its work twice: it is safe to repeat, or
 * it never got out. What a lost POST may have done is for the caller to find out.
 */
public final class Retried implements Exchange {
    private final Exchange next;
    private final Pause pause;

    public Retried(Exchange next, Pause pause) {
        this.next = next;
        this.pause = pause;
    }

    @Override
    public Answer send(Request request) throws IOException {
        for (int failures = 1; ; failures++) {
            try {
                Answer answer = next.send(request);
                if (answer.status() < 500 || failures == Backoff.TRIES || !request.repeatable()) {
                    return answer;
                }
            } catch (IOException e) {
                if (failures == Backoff.TRIES || !(request.repeatable() || neverLeft(e))) {
                    throw e;
                }
            }
            pause.of(Backoff.after(failures));
        }
    }

    private static boolean neverLeft(IOException e) {
        return e instanceof ConnectException || e instanceof HttpConnectTimeoutException;
    }
}
