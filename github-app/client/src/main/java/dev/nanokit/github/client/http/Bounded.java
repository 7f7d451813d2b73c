package dev.nanokit.github.client.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Breaks off an answer that is longer than it may be. */
final class Bounded<T> implements BodySubscriber<T> {
    private final BodySubscriber<T> next;
    private final long most;
    private long seen;
    private Subscription subscription;

    Bounded(BodySubscriber<T> next, long most) {
        this.next = next;
        this.most = most;
    }

    @Override
    public CompletionStage<T> getBody() {
        return next.getBody();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        next.onSubscribe(given);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        seen += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (seen > most) {
            subscription.cancel();
            next.onError(new IOException("the answer is longer than " + most + " bytes"));
        } else {
            next.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        next.onError(failure);
    }

    @Override
    public void onComplete() {
        if (seen <= most) {
            next.onComplete();
        }
    }
}
