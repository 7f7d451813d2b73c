/**
 * Checks and comments as a page of HTML that looks like GitHub's own, for replays and demonstrations. The page is whole in
 * itself: no script, nothing loaded from elsewhere, light and dark.
 */
package dev.nanokit.github.report.page;
