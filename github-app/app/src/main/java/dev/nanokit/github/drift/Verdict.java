package dev.nanokit.github.drift;

/** What came of looking at a component. */
public sealed interface Verdict {
    /** In one word, for logs and counts. */
    default String word() {
        return switch (this) {
            case AsApplied ignored -> "as_applied";
            case Drifted ignored -> "drifted";
            case Left ignored -> "left";
            case Skipped ignored -> "skipped";
            case Unknown ignored -> "unknown";
        };
    }

    record AsApplied() implements Verdict {}

    /**
     * @param resources how many somebody has changed or removed
     * @param issue the number of the issue that tells of it
     */
    record Drifted(int resources, int issue) implements Verdict {}

    /** Nothing of it is there any more, or it belongs to another repository: it is looked after no longer. */
    record Left() implements Verdict {}

    /** It is not to be looked at now. No issue is touched. */
    record Skipped(String why) implements Verdict {}

    /** It could not be looked at: the provider does not answer, say. No issue is touched, and it is tried again. */
    record Unknown(String why) implements Verdict {}
}
