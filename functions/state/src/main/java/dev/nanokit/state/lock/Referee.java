package dev.nanokit.state.lock;

import dev.nanokit.state.table.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides, upon one view of the locks, whether it is a request's turn. No holder may be left who excludes the request,
 * and nobody may wait before it who does; those who have given no sign of life for a lease don't count. Pure: what it
 * decides is done only where the view still holds.
 */
final class Referee {
    private final LockRequest request;
    private final LockView view;
    private final Watch watch;
    private final List<ComponentLock> dead;
    private final List<ComponentLock> living;
    private final WaitingLine line;

    Referee(LockRequest request, LockView view, Watch watch) {
        this.request = request;
        this.view = view;
        this.watch = watch;
        List<ComponentLock> inTheWay =
                view.holders().stream().filter(this::isInTheWay).toList();
        this.dead = inTheWay.stream().filter(this::isDead).toList();
        this.living = inTheWay.stream().filter(Predicate.not(dead::contains)).toList();
        this.line = new WaitingLine(request, view.infra(), watch);
    }

    Turn decide() {
        ComponentLock own = view.component(request.component());
        if (own.isHeldBy(request)) {
            return new Turn.Held(new LockGrant(request, view.infra().token(), own.token(), null));
        }
        return living.isEmpty() && line.first().isEmpty() ? take(own) : stay();
    }

    /** When as many hold the lock as can be cleared at once, even one who gets along with them has to wait. */
    private boolean isInTheWay(ComponentLock holder) {
        return view.infra().holders().size() >= InfraLock.MAX_HOLDERS
                || request.excludes(view.infra().access(), holder.component());
    }

    /** A holder whose own lock is not held was seen in the middle of leaving. */
    private boolean isDead(ComponentLock holder) {
        return view.knows(holder.component())
                && holder.tenure().map(held -> watch.hasRunOut(holder, held)).orElse(true);
    }

    private Turn take(ComponentLock own) {
        InfraLock infra = view.infra()
                .without(dead.stream().map(ComponentLock::component).toList())
                .withQueue(line.living())
                .with(request);
        ComponentLock taken = own.taken(request);
        List<Write> writes = new ArrayList<>();
        writes.add(infra.write(request.environment()));
        writes.add(taken.write(request.environment()));
        dead.stream()
                .filter(holder -> !holder.component().equals(request.component()))
                .forEach(holder -> writes.add(holder.freed().write(request.environment())));
        return new Turn.Mine(new LockGrant(request, infra.token(), taken.token(), former(own)), writes);
    }

    private Holder former(ComponentLock own) {
        return Stream.concat(Stream.of(own), dead.stream())
                .flatMap(lock -> lock.tenure().stream())
                .map(Tenure::holder)
                .findFirst()
                .orElse(null);
    }

    private Turn stay() {
        Optional<Write> write =
                line.joinOrBeat().map(queue -> view.infra().withQueue(queue).write(request.environment()));
        List<Obstacle> obstacles =
                living.isEmpty() ? line.first().stream().map(this::obstacle).toList() : holding();
        return new Turn.Wait(Obstacle.block(obstacles, request, line.first().size() + 1, watch.sighting()), write);
    }

    private List<Obstacle> holding() {
        return living.stream()
                .flatMap(lock -> lock.tenure().stream()
                        .map(held -> new Obstacle(lock.component(), held.holder(), watch.left(lock, held))))
                .toList();
    }

    private Obstacle obstacle(Waiter waiter) {
        return new Obstacle(waiter.component(), waiter.wanted().holder(), watch.left(waiter));
    }
}
