package dev.nanokit.github.command;

import java.util.Optional;

/** A {@code /nanokit} command from a comment. */
public sealed interface Command {
    /** What the command is limited to. Empty means all that the pull request concerns. */
    record Scope(Optional<String> environment, Optional<String> component) {
        public static final Scope ALL = new Scope(Optional.empty(), Optional.empty());
    }

    record Plan(Scope scope) implements Command {}

    /** @param force whether losing data is agreed to */
    record Apply(Scope scope, boolean force) implements Command {}

    /** @param force whether losing data is agreed to */
    record Destroy(Scope scope, boolean force) implements Command {}

    record Unlock(Scope scope) implements Command {}

    record Status(Scope scope) implements Command {}

    record Help() implements Command {}

    /**
     * Not understood.
     *
     * @param message what was wrong with it, in our own words, with the closest command that there is; nothing of the
     *     comment in it that is not quoted and escaped
     */
    record Wrong(String message) implements Command {}
}
