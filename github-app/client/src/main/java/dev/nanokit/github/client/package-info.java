/**
 * GitHub's side of the App: the ports of {@code dev.nanokit.github.api} over GitHub's REST API, at github.com or a
 * GitHub Enterprise Server. {@link dev.nanokit.github.client.GitHubClient} is the way in.
 *
 * <p>Never does a token, key or secret get into an exception, a log or a text form.
 */
package dev.nanokit.github.client;
