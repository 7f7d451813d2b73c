/**
 * Runs that are done elsewhere, as whoever asks for them sees it: the inputs of {@link dev.nanokit.stages.Workflows}
 * written as requests, and its answers and exceptions read from how the runs ended.
 */
package dev.nanokit.stages.run;
