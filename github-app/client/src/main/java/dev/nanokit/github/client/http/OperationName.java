package dev.nanokit.github.client.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which of GitHub's operations a path is, without the names and numbers in it, of which there is no end. */
final class OperationName {
    /** The words of GitHub's paths that say what is meant; anything else says which one. */
    private static final Set<String> WORDS = Set.of(
            "access_tokens",
            "annotations",
            "app",
            "app-manifests",
            "attempts",
            "blobs",
            "branches",
            "check-runs",
            "collaborators",
            "comments",
            "commits",
            "compare",
            "conversions",
            "deliveries",
            "deployments",
            "git",
            "hook",
            "installation",
            "installations",
            "issues",
            "permission",
            "pulls",
            "reactions",
            "repos",
            "reviews",
            "statuses",
            "tarball",
            "trees");

    private OperationName() {}

    /** @param path below the API's base address */
    static String of(String path) {
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/", -1)) {
            boolean named = parts.size() > 1 && parts.size() < 4 && parts.get(1).equals("repos");
            parts.add(part.isEmpty() || (WORDS.contains(part) && !named) ? part : "{}");
        }
        return String.join("/", parts);
    }
}
