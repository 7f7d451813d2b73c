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
    private final long nextBeat;
    private final List<Waiter> living = new ArrayList<>();
    private final List<Waiter> first = new ArrayList<>();
    private Optional<Waiter> own = Optional.empty();

    WaitingLine(LockRequest request, InfraLock infra, Watch watch) {
        this.request = request;
        this.watch = watch;
        this.nextBeat = infra.version() + 1;
        for (Waiter waiter : infra.queue()) {
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
        if (own.isPresent()) {
            return own.filter(this::isBeatDue).map(late -> {
                Waiter alive = alive();
                return living.stream().map(one -> one.is(request) ? alive : one).toList();
            });
        }
        if (living.size() >= InfraLock.MAX_WAITERS) {
            return Optional.empty();
        }
        List<Waiter> longer = new ArrayList<>(living);
        longer.add(alive());
        return Optional.of(longer);
    }

    /** The request's place with a sign of life, which it remembers having given now. */
    private Waiter alive() {
        Waiter waiter = Waiter.of(request, nextBeat);
        watch.unchangedFor(waiter.record(), waiter.beat());
        return waiter;
    }

    /** Due also to one that remembers no beat: it may have been long ago. */
    private boolean isBeatDue(Waiter waiter) {
        Duration period = waiter.wanted().lease().dividedBy(BEATS_IN_LEASE);
        boolean remembered = watch.remembers(waiter.record());
        return watch.unchangedFor(waiter.record(), waiter.beat()).compareTo(period) >= 0 || !remembered;
    }
}
