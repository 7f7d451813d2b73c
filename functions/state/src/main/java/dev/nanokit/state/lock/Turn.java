package dev.nanokit.state.lock;

import dev.nanokit.state.table.Write;
import java.util.List;
import java.util.Optional;

/** Whose turn it is, as far as a view of the locks tells: what a request may do next. */
sealed interface Turn {
    /** The request has the locks already: the answer to an earlier attempt was lost. */
    record Held(LockGrant grant) implements Turn {}

    /** The locks are the request's as soon as these writes are done. */
    record Mine(LockGrant grant, List<Write> writes) implements Turn {}

    /** Others come first. The write, where there is one, keeps the request's place among them. */
    record Wait(Acquisition.Blocked blocked, Optional<Write> write) implements Turn {}
}
