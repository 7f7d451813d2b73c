/** Checks and comments in a terminal, as near to what GitHub shows as characters can be. */
package dev.nanokit.github.report.terminal;
