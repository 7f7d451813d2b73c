package dev.nanokit.github.standin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to go wrong, once each or until further notice. */
public final class Faults {
    private final List<Planned> planned = new ArrayList<>();

    private record Planned(String operation, Fault fault, boolean lasts) {}

    /** How something goes wrong. */
    public sealed interface Fault {
        /** Answered in the place of what was asked, which is not done. */
        record Answered(int status, String message, Map<String, String> headers) implements Fault {}

        /** The connection breaks before anything is done. */
        record Dropped() implements Fault {}

        /** It is done, and the connection breaks before the answer. */
        record AnswerLost() implements Fault {}
    }

    /** @param operation GitHub's name for it, {@code checks/create}; each call plans one more */
    public synchronized void next(String operation, Fault fault) {
        planned.add(new Planned(operation, fault, false));
    }

    /** From now on, until {@link #forget}. */
    public synchronized void always(String operation, Fault fault) {
        planned.add(new Planned(operation, fault, true));
    }

    /** GitHub's answer when too much comes at once; it says to wait so long, or nothing when that is negative. */
    public void secondaryLimit(String operation, int status, int retryAfterSeconds) {
        Map<String, String> headers =
                retryAfterSeconds < 0 ? Map.of() : Map.of("Retry-After", Integer.toString(retryAfterSeconds));
        next(operation, new Fault.Answered(status, "You have exceeded a secondary rate limit. Please wait.", headers));
    }

    public void failing(String operation, int status) {
        next(operation, new Fault.Answered(status, "Server Error", Map.of()));
    }

    public void dropped(String operation) {
        next(operation, new Fault.Dropped());
    }

    public void answerLost(String operation) {
        next(operation, new Fault.AnswerLost());
    }

    /** Whether everything that was planned has gone wrong. */
    public synchronized boolean spent() {
        return planned.isEmpty();
    }

    /** Nothing that was planned goes wrong any more. */
    public synchronized void forget() {
        planned.clear();
    }

    synchronized Optional<Fault> take(String operation) {
        Optional<Planned> found = planned.stream()
                .filter(one -> one.operation().equals(operation))
                .findFirst();
        found.filter(one -> !one.lasts()).ifPresent(planned::remove);
        return found.map(Planned::fault);
    }
}
