package dev.nanokit.bench.lambda;

import java.util.List;

/**
 * When what happened, by {@link System#nanoTime()}.
 *
 * @param initialised the function asked for work, or said that its snapshot can be taken
 * @param restored as {@code initialised}, where no snapshot was taken
 */
record Timeline(long initialised, long restored, List<Request> requests) {
    /** An event's way. */
    record Request(long handedOut, long answered, String answer) {
        double millis() {
            return (answered - handedOut) / 1e6;
        }
    }

    Timeline {
        requests = List.copyOf(requests);
    }

    double initMillis(long started) {
        return (initialised - started) / 1e6;
    }

    /** The hooks after a restore count: Lambda runs them while the delivery waits. */
    double firstMillis() {
        Request first = requests.getFirst();
        return first.millis() + (first.handedOut() - restored) / 1e6;
    }
}
