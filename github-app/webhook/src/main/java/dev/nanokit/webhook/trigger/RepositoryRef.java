package dev.nanokit.webhook.trigger;

/**
 * A repository as an installation of the App sees it.
 *
 * @param installationId {@link #UNKNOWN_INSTALLATION} where a delivery names none, as those of a webhook that the
 *     repository has of its own: to be looked up by the repository's name
 * @param accountId GitHub's id of the account that owns it: the tenant
 * @param fullName {@code owner/name}
 */
public record RepositoryRef(long installationId, long accountId, String fullName, String defaultBranch) {
    public static final long UNKNOWN_INSTALLATION = 0;
}
