/**
 * A small GitHub, for tests and for {@code bin/demo}: it remembers, it sends signed webhooks, it keeps to GitHub's limits,
 * and it holds every request and answer against GitHub's published API description.
 *
 * <p>{@link dev.nanokit.github.standin.StandIn} is the way in. What it does not serve answers 404, and is written down as a violation. No product module depends on it.
 */
package dev.nanokit.github.standin;
