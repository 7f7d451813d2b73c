package dev.nanokit.github.policy;

/** What GitHub lets somebody do in a repository, least first. */
public enum Permission {
    NONE,
    READ,
    TRIAGE,
    WRITE,
    MAINTAIN,
    ADMIN;

    public boolean atLeast(Permission least) {
        return compareTo(least) >= 0;
    }
}
