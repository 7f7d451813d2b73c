package dev.nanokit.state.lock;

import java.util.List;

/** A lock as {@code nkapp infra locks} lists it. */
public record HeldLock(String scope, boolean exclusive, List<Holder> holders, long token, List<Holder> waiting) {
    public HeldLock {
        holders = List.copyOf(holders);
        waiting = List.copyOf(waiting);
    }
}
