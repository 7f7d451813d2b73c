package dev.nanokit.state.table;

import java.util.List;

/** A transaction was not done, since what it was written for does not hold any more. Nothing was written. */
public final class ConditionFailedException extends RuntimeException {
    private final transient List<Write> failed;

    /** @param failed the writes whose conditions did not hold; the store may name only the first */
    public ConditionFailedException(List<Write> failed) {
        super("conditions that do not hold: "
                + failed.stream().map(w -> w.condition() + " of " + w.key()).toList());
        this.failed = List.copyOf(failed);
    }

    public List<Write> failed() {
        return failed;
    }
}
