/** {@code nkapp github serve}: the whole GitHub App in this process. */
package dev.nanokit.cli.github.serve;
