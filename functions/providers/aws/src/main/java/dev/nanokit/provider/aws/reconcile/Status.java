package dev.nanokit.provider.aws.reconcile;

import java.time.Duration;

/** How far AWS has got with a thing. */
public sealed interface Status {
    Status READY = new Ready();

    record Ready() implements Status {}

    /** Being made or changed. */
    record Busy(String doing, Duration after) implements Status {}

    /** Being removed. */
    record Leaving(Duration after) implements Status {}

    /** AWS gave up on it; it has to be made anew. */
    record Failed(String why) implements Status {}
}
