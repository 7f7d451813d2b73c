package dev.nanokit.state.lock;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.table.Fields;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Write;
import java.util.Optional;

/**
 * The lock of one component. Only its holder writes it, as a sign of life, or whoever ends the holder's tenure: so a
 * version that stands still is a holder that stands still.
 *
 * @param version of the item that this was read from
 * @param token the holder's fencing token; on a free lock, the token of whoever comes next
 */
record ComponentLock(String component, long version, long token, Optional<Tenure> tenure) {
    private static final String PREFIX = "LOCK#component#";

    static ComponentLock neverTaken(String component) {
        return new ComponentLock(component, LockItem.NEVER_WRITTEN, 1, Optional.empty());
    }

    static ItemKey key(EnvironmentId environment, String component) {
        return new ItemKey(environment.partition(), PREFIX + component);
    }

    static boolean isOne(ItemKey key) {
        return key.sort().startsWith(PREFIX);
    }

    static ComponentLock read(Item item) {
        return new ComponentLock(
                item.key().sort().substring(PREFIX.length()),
                item.version(),
                item.token(),
                Fields.of(item).optionalObject("tenure").map(Tenure::read));
    }

    /** Writes this over the version that it was read from. */
    Write write(EnvironmentId environment) {
        Value.Obj body =
                tenure.map(held -> Value.Obj.EMPTY.with("tenure", held.write())).orElse(Value.Obj.EMPTY);
        return LockItem.over(version, key(environment, component), token, body);
    }

    boolean isHeldBy(LockRequest request) {
        return tenure.filter(held -> held.requestId().equals(request.requestId()))
                .isPresent();
    }

    boolean isHeldUnder(LockGrant grant) {
        return token == grant.componentToken() && isHeldBy(grant.request());
    }

    /** Under which name waiters note when they saw the version. */
    String record() {
        return "holder " + component;
    }

    /** Given to the request. Who had it before is fenced off. */
    ComponentLock taken(LockRequest request) {
        return new ComponentLock(component, version, freed().token(), Optional.of(Tenure.of(request)));
    }

    /** Given back, or taken away: the holder's token is spent. */
    ComponentLock freed() {
        return new ComponentLock(component, version, tenure.isPresent() ? token + 1 : token, Optional.empty());
    }
}
