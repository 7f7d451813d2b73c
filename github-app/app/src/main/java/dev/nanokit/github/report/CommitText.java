package dev.nanokit.github.report;

/** Commits as people read them. */
public final class CommitText {
    private CommitText() {}

    /** The first seven digits. */
    public static String shortened(String sha) {
        return PlanSummary.shortSha(sha);
    }
}
