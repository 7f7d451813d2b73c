package dev.nanokit.state.table;

import java.util.List;
import java.util.Optional;

/** A transaction was not done, since what it was written for does not hold any more. Nothing was written. */
public final class ConditionFailedException extends RuntimeException {
    private final transient List<Failure> failures;

    /** @param failures the writes whose conditions did not hold; the store may name only the first */
    public ConditionFailedException(List<Failure> failures) {
        super("conditions that do not hold: " + failures);
        this.failures = List.copyOf(failures);
    }

    public List<Failure> failures() {
        return failures;
    }

    /**
     * @param current the item as it was when the condition failed, so that nobody needs to read it again; empty where
     *     there was none
     */
    public record Failure(Write write, Optional<Item> current) {
        @Override
        public String toString() {
            return write.condition() + " of " + write.key() + ", which "
                    + current.map(item -> "has version " + item.version() + " and token " + item.token())
                            .orElse("is absent");
        }
    }
}
