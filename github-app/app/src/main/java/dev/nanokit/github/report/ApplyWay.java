package dev.nanokit.github.report;

/** How what a check shows comes to be applied, by the base branch's {@code git.apply}. */
public enum ApplyWay {
    /** When somebody asks for it: {@code git.apply: comment}. */
    ASKED,
    /** When the pull request is merged: {@code git.apply: merge}. */
    ON_MERGE,
    /** It is the branch's own commit, and is applied by itself. */
    ON_PUSH,
    /** With {@code nkapp} alone: {@code git.apply: manual}. */
    BY_HAND;

    /** Whether a button or comment can ask for it. */
    boolean canBeAsked() {
        return this == ASKED || this == ON_PUSH;
    }
}
