/** {@code nkapp github setup}: registers a GitHub App by GitHub's manifest flow, and keeps what GitHub gives back. */
package dev.nanokit.cli.github.setup;
