package dev.nanokit.github.standin.web;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Who asks. */
sealed interface Caller {
    /** Somebody without credentials. */
    record Nobody() implements Caller {}

    /** The App itself. */
    record App() implements Caller {}

    /**
     * An installation's token.
     *
     * @param repositories full names
     * @param permissions permission to access
     */
    record Token(long installation, Set<String> repositories, Map<String, String> permissions, Instant end)
            implements Caller {
        boolean may(String permission, boolean write) {
            String access = permissions.getOrDefault(permission, "");
            return access.equals("write") || (!write && access.equals("read"));
        }
    }
}
