package dev.nanokit.webhook.trigger;

/**
 * A pull request as a delivery tells of it.
 *
 * @param fork whether the head lies in another repository than the base
 * @param headBranch branch name, without {@code refs/heads/}
 */
public record PullRequestRef(
        int number, String headSha, String headBranch, String baseBranch, boolean fork, boolean draft, Actor author) {}
