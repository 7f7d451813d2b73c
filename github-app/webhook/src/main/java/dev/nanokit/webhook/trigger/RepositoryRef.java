package dev.nanokit.webhook.trigger;

/**
 * A repository as an installation of the App sees it.
 *
 * @param accountId GitHub's id of the account that owns it: the tenant
 * @param fullName {@code owner/name}
 */
public record RepositoryRef(long installationId, long accountId, String fullName, String defaultBranch) {}
