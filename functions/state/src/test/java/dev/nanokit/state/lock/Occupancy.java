package dev.nanokit.state.lock;

import dev.nanokit.state.lock.LockRequest.InfraAccess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notices when two are in who exclude each other, and when a token comes twice. */
final class Occupancy {
    private final List<LockRequest> inside = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private int entered;

    synchronized void enter(LockGrant grant) {
        LockRequest request = grant.request();
        for (LockRequest other : inside) {
            if (other.excludes(request.access(), request.component())) {
                violations.add(request.holder().who() + " came in while "
                        + other.holder().who() + " was in");
            }
        }
        once("component " + request.component() + " token " + grant.componentToken());
        if (request.access() == InfraAccess.WRITE) {
            once("infra token " + grant.infraToken());
        }
        inside.add(request);
        entered++;
    }

    private void once(String token) {
        if (!tokens.add(token)) {
            violations.add(token + " was given out twice");
        }
    }

    synchronized void leave(LockGrant grant) {
        inside.remove(grant.request());
    }

    synchronized List<String> violations() {
        return List.copyOf(violations);
    }

    synchronized int entered() {
        return entered;
    }
}
