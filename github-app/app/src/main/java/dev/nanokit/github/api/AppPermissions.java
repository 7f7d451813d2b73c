package dev.nanokit.github.api;

import java.util.Map;

/** What the App asks of those who install it, and no more: for its manifest, and for each token it works with. */
public final class AppPermissions {
    /** Permission to access, in GitHub's words. */
    public static final Map<String, String> NEEDED = Map.of(
            "checks", "write",
            "contents", "read",
            "deployments", "write",
            "issues", "write",
            "metadata", "read",
            "pull_requests", "write");

    private AppPermissions() {}
}
