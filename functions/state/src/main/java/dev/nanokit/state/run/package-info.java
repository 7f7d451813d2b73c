/**
 * Runs of a plan or an apply whose steps are done in different processes: what was asked for, what was planned, how far
 * it got and how it ended. A run's items lie in a partition of their own and go after {@link Runs#KEEP}.
 */
package dev.nanokit.state.run;
