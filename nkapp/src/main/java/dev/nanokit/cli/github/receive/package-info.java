/** {@code nkapp github receive}: a delivery of GitHub's replayed on a folder, without GitHub. */
package dev.nanokit.cli.github.receive;
