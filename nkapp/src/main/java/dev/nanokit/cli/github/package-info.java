/** The commands of {@code nkapp github}: the GitHub App on this machine. Nothing else of nkapp loads what is in here. */
package dev.nanokit.cli.github;
