package dev.nanokit.github.api;

/**
 * The App as GitHub knows it.
 *
 * @param slug its name in addresses; it comments as {@code <slug>[bot]}
 * @param htmlUrl its page, from where it is installed
 */
public record AppIdentity(long id, String slug, String name, String htmlUrl) {}
