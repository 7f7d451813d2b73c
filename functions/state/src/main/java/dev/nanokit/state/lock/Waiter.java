package dev.nanokit.state.lock;

import dev.nanokit.engine.value.Value;
import dev.nanokit.state.table.Fields;

/**
 * Somebody in the queue.
 *
 * @param beat raised by the waiter itself, so that others see that it still waits
 */
record Waiter(String component, Tenure wanted, long beat) {
    static Waiter first(LockRequest request) {
        return new Waiter(request.component(), Tenure.of(request), 1);
    }

    static Waiter read(Fields fields) {
        return new Waiter(fields.text("component"), Tenure.read(fields), fields.number("beat"));
    }

    Value.Obj write() {
        return wanted.write().with("component", Value.text(component)).with("beat", Value.num(beat));
    }

    Waiter beaten() {
        return new Waiter(component, wanted, beat + 1);
    }

    boolean is(LockRequest request) {
        return wanted.requestId().equals(request.requestId());
    }

    /** Under which name others note when they saw the beat. */
    String record() {
        return "waiter " + wanted.requestId();
    }
}
