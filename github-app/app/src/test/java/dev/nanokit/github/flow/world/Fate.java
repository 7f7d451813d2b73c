package dev.nanokit.github.flow.world;

import dev.nanokit.github.api.GitHubException;

/** What befalls calls to GitHub: the one that is chosen fails, before it does anything or after it did everything. */
public final class Fate {
    private final int fatal;
    private final Kind kind;
    private int calls;

    /** How it fails. */
    public enum Kind {
        /** GitHub does not answer, and did nothing. */
        OUTAGE,
        /** GitHub did it, and the answer was lost. */
        LOST_ANSWER,
        /** The process is killed before the call. */
        KILLED_BEFORE,
        /** The process is killed after the call. */
        KILLED_AFTER
    }

    /** The process is gone. An error, so that no code of ours can take it for a failure to be handled. */
    public static final class KilledError extends Error {
        KilledError() {
            super("killed");
        }
    }

    private Fate(int fatal, Kind kind) {
        this.fatal = fatal;
        this.kind = kind;
    }

    public static Fate none() {
        return new Fate(-1, Kind.OUTAGE);
    }

    /** @param call 1 for the first */
    public static Fate at(int call, Kind kind) {
        return new Fate(call, kind);
    }

    void before() {
        calls++;
        if (calls == fatal && kind == Kind.OUTAGE) {
            throw outage();
        }
        if (calls == fatal && kind == Kind.KILLED_BEFORE) {
            throw new KilledError();
        }
    }

    void after() {
        if (calls == fatal && kind == Kind.LOST_ANSWER) {
            throw outage();
        }
        if (calls == fatal && kind == Kind.KILLED_AFTER) {
            throw new KilledError();
        }
    }

    boolean struck() {
        return calls >= fatal && fatal > 0;
    }

    private static GitHubException outage() {
        return new GitHubException("GitHub does not answer", 502, null, null);
    }
}
