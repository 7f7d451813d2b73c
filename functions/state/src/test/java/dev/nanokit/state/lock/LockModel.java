package dev.nanokit.state.lock;

import dev.nanokit.state.lock.LockRequest.InfraAccess;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Locks as one thread would keep them in memory: no table, no versions, no two processes. What {@link TableLocks} does
 * is held against it.
 */
final class LockModel {
    private final List<Party> holders = new ArrayList<>();
    private final List<Party> queue = new ArrayList<>();
    private final Map<String, Long> componentTokens = new HashMap<>();
    private final Map<String, Map<String, Seen>> memories = new HashMap<>();
    private long infraToken = 1;
    private long signs;
    private long now;

    /** A holder or a waiter. */
    static final class Party {
        final LockRequest request;
        long sign;

        Party(LockRequest request, long sign) {
            this.request = request;
            this.sign = sign;
        }

        boolean excludes(LockRequest other) {
            return request.excludes(other.access(), other.component());
        }
    }

    private record Seen(long sign, long since) {}

    record Tokens(long component, long infra) {}

    /** @param granted empty where it has to wait */
    record Answer(Optional<Tokens> granted, List<String> blockedBy, int position) {}

    void pass(long millis) {
        now += millis;
    }

    Answer acquire(LockRequest request) {
        if (holds(request)) {
            return new Answer(Optional.of(tokens(request)), List.of(), 0);
        }
        Map<String, Seen> before = memories.getOrDefault(request.requestId(), Map.of());
        Map<String, Seen> seen = new HashMap<>();
        List<Party> inTheWay =
                holders.stream().filter(party -> party.excludes(request)).toList();
        List<Party> deadHolders = dead(inTheWay, "holder ", before, seen);
        List<Party> ahead = new ArrayList<>();
        Party own = null;
        for (Party party : queue) {
            if (party.request.requestId().equals(request.requestId())) {
                own = party;
                break;
            }
            ahead.add(party);
        }
        List<Party> deadWaiters = dead(ahead, "waiter ", before, seen);
        List<Party> living = minus(inTheWay, deadHolders);
        List<Party> first = minus(ahead, deadWaiters).stream()
                .filter(party -> party.excludes(request))
                .toList();
        if (living.isEmpty() && first.isEmpty()) {
            deadHolders.forEach(this::end);
            queue.removeAll(deadWaiters);
            queue.remove(own);
            holders.add(new Party(request, ++signs));
            return new Answer(Optional.of(tokens(request)), List.of(), 0);
        }
        wait(request, own, deadWaiters, before, seen);
        memories.put(request.requestId(), seen);
        return new Answer(Optional.empty(), names(living.isEmpty() ? first : living), first.size() + 1);
    }

    private void wait(
            LockRequest request, Party own, List<Party> dead, Map<String, Seen> before, Map<String, Seen> seen) {
        String name = "waiter " + request.requestId();
        if (own == null) {
            queue.removeAll(dead);
            Party party = new Party(request, ++signs);
            queue.add(party);
            seen.put(name, new Seen(party.sign, now));
            return;
        }
        Seen last = before.get(name);
        if (last == null
                || last.sign != own.sign
                || now - last.since >= request.lease().toMillis() / 4) {
            queue.removeAll(dead);
            own.sign = ++signs;
            seen.put(name, new Seen(own.sign, now));
        } else {
            seen.put(name, last);
        }
    }

    private List<Party> dead(List<Party> parties, String kind, Map<String, Seen> before, Map<String, Seen> seen) {
        List<Party> dead = new ArrayList<>();
        for (Party party : parties) {
            String name = kind + party.request.requestId();
            Seen last = before.get(name);
            Seen kept = last != null && last.sign == party.sign ? last : new Seen(party.sign, now);
            seen.put(name, kept);
            if (now - kept.since >= party.request.lease().toMillis()) {
                dead.add(party);
            }
        }
        return dead;
    }

    boolean holds(LockRequest request) {
        return holder(request).isPresent();
    }

    private Optional<Party> holder(LockRequest request) {
        return holders.stream()
                .filter(party -> party.request.requestId().equals(request.requestId()))
                .findFirst();
    }

    Tokens tokens(LockRequest request) {
        return new Tokens(componentTokens.getOrDefault(request.component(), 1L), infraToken);
    }

    void heartbeat(LockRequest request) {
        holder(request).orElseThrow().sign = ++signs;
    }

    void release(LockRequest request) {
        holder(request).ifPresent(this::end);
    }

    void withdraw(LockRequest request) {
        release(request);
        queue.removeIf(party -> party.request.requestId().equals(request.requestId()));
    }

    void unlock() {
        List.copyOf(holders).forEach(this::end);
        queue.clear();
    }

    private void end(Party party) {
        holders.remove(party);
        componentTokens.merge(party.request.component(), 2L, (old, two) -> old + 1);
        if (party.request.access() == InfraAccess.WRITE) {
            infraToken++;
        }
    }

    List<String> holding() {
        return names(holders);
    }

    List<String> waiting() {
        return names(queue);
    }

    private static List<String> names(List<Party> parties) {
        return parties.stream().map(party -> party.request.holder().who()).toList();
    }

    private static List<Party> minus(List<Party> all, List<Party> without) {
        return all.stream().filter(party -> !without.contains(party)).toList();
    }
}
