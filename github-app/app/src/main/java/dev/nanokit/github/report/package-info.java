/**
 * What people read at GitHub: checks and comments, made of plans, results, locks and problems. Pure: the same input gives
 * the same text, and nothing here calls anybody.
 *
 * <p>{@link dev.nanokit.github.report.CheckRenderer} and {@link dev.nanokit.github.report.CommentRenderer} are the ways
 * in. {@code docs/checks.md} shows every state.
 */
package dev.nanokit.github.report;
