package dev.nanokit.engine.plan;

import dev.nanokit.engine.source.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an apply would do, wave by wave. It is bound to a commit and to the component's serial: when either has moved
 * on, the plan is stale.
 *
 * @param id unique; also the name of its record in state
 * @param commit the head commit that was planned; empty outside a repository
 * @param serial the component's serial in state when it was planned
 * @param waves changes that may run side by side, in order; without the no-ops
 * @param unchanged what stays as it is
 * @param guards changes that need {@code --force}
 * @param blockedOn why nothing can be applied yet: shared infrastructure that is not there
 * @param digest digest of everything that decides what an apply does; equal plans have equal digests
 */
public record Plan(
        String id,
        String project,
        String environment,
        String component,
        String commit,
        long serial,
        List<List<Change>> waves,
        List<Change.NoOp> unchanged,
        List<Problem> warnings,
        List<Guard> guards,
        Optional<String> blockedOn,
        String digest) {
    public Plan {
        waves = waves.stream().map(List::copyOf).toList();
        unchanged = List.copyOf(unchanged);
        warnings = List.copyOf(warnings);
        guards = List.copyOf(guards);
    }

    /** The changes in the order of their waves, without the no-ops. */
    public Stream<Change> changes() {
        return waves.stream().flatMap(List::stream);
    }

    public boolean isEmpty() {
        return waves.isEmpty();
    }

    public long count(Action action) {
        return action == Action.NO_OP
                ? unchanged.size()
                : changes().filter(change -> change.action() == action).count();
    }

    /** This plan with warnings added. They don't change its digest: an apply does the same. */
    public Plan withWarnings(List<Problem> more) {
        List<Problem> all = Stream.concat(warnings.stream(), more.stream()).toList();
        return new Plan(
                id, project, environment, component, commit, serial, waves, unchanged, all, guards, blockedOn, digest);
    }
}
