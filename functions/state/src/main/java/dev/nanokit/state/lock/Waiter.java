package dev.nanokit.state.lock;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;

/**
 * Somebody in the queue.
 *
 * @param beat the infrastructure lock's version as of the waiter's last sign of life: never the same twice, even for one
 *     who left the queue and came back
 */
record Waiter(String component, Tenure wanted, long beat) {
    static Waiter of(LockRequest request, long beat) {
        return new Waiter(request.component(), Tenure.of(request), beat);
    }

    static Waiter read(Fields fields) {
        return new Waiter(fields.text("component"), Tenure.read(fields), fields.number("beat"));
    }

    Value.Obj write() {
        return wanted.write().with("component", Value.text(component)).with("beat", Value.num(beat));
    }

    boolean is(LockRequest request) {
        return wanted.requestId().equals(request.requestId());
    }

    /** Under which name others note when they saw the beat. */
    String record() {
        return "waiter " + wanted.requestId();
    }
}
