package dev.nanokit.github.policy;

import java.util.Optional;

/** Whether something may be done. */
public sealed interface Decision {
    record Allowed() implements Decision {}

    /**
     * @param rule which rule says no, for tables and logs
     * @param reason in words, with what to do about it; Markdown without anything of a comment in it
     */
    record Refused(Rule rule, String reason) implements Decision {}

    /** Every rule that can say no. */
    enum Rule {
        BOT,
        NOT_UNDERSTOOD,
        CANNOT_READ,
        NEEDS_TRIAGE,
        NEEDS_WRITE,
        FORK_NOT_APPROVED,
        CLOSED,
        MERGED,
        DRAFT,
        NO_BASE_FILE,
        NOT_MAPPED,
        OTHER_ENVIRONMENT,
        ENVIRONMENT_NOT_NAMED,
        APPLIED_ON_MERGE,
        ONLY_BY_HAND,
        NOT_APPROVED,
        NOT_MERGEABLE,
        NOT_UP_TO_DATE,
        /** A newer commit is there than the one that was looked at. */
        HEAD_MOVED
    }

    default boolean allowed() {
        return this instanceof Allowed;
    }

    default Optional<Refused> refused() {
        return this instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }
}
