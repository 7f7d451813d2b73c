package dev.nanokit.state.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The queue as a request sees it: who comes before it, who of them is still there, and its own place. */
final class WaitingLine {
    /** A waiter gives a sign of life at this part of its lease, so that one that is late is not given up. */
    private static final int BEATS_IN_LEASE = 4;

    private final LockRequest request;
    private final Watch watch;
    private final List<Waiter> living = new ArrayList<>();
    private final List<Waiter> first = new ArrayList<>();
    private Optional<Waiter> own = Optional.empty();

    WaitingLine(LockRequest request, List<Waiter> queue, Watch watch) {
        this.request = request;
        this.watch = watch;
        for (Waiter waiter : queue) {
            if (waiter.is(request)) {
                own = Optional.of(waiter);
            } else if (own.isEmpty() && watch.hasRunOut(waiter)) {
                continue;
            } else if (own.isEmpty() && request.excludes(waiter.wanted().access(), waiter.component())) {
                first.add(waiter);
            }
            living.add(waiter);
        }
    }

    /** Those before the request that exclude it. */
    List<Waiter> first() {
        return List.copyOf(first);
    }

    /** The queue without those before the request that are dead. */
    List<Waiter> living() {
        return List.copyOf(living);
    }

    /** The queue with the request in it and a new sign of life of it; empty where nothing has to be written. */
    Optional<List<Waiter>> joinOrBeat() {
        if (own.isEmpty()) {
            if (living.size() >= InfraLock.MAX_WAITERS) {
                return Optional.empty();
            }
            List<Waiter> longer = new ArrayList<>(living);
            longer.add(noted(Waiter.first(request)));
            return Optional.of(longer);
        }
        return Optional.of(own.get()).filter(this::isBeatDue).map(waiter -> {
            Waiter beaten = noted(waiter.beaten());
            return living.stream().map(one -> one.is(request) ? beaten : one).toList();
        });
    }

    /** Due also to one that remembers no beat: it may have been long ago. */
    private boolean isBeatDue(Waiter waiter) {
        Duration period = waiter.wanted().lease().dividedBy(BEATS_IN_LEASE);
        boolean remembered = watch.remembers(waiter.record());
        return watch.unchangedFor(waiter.record(), waiter.beat()).compareTo(period) >= 0 || !remembered;
    }

    private Waiter noted(Waiter waiter) {
        watch.unchangedFor(waiter.record(), waiter.beat());
        return waiter;
    }
}
