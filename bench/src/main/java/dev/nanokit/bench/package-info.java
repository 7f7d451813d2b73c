/**
 * Benchmarks of Nanokit, each beside a peer that does the same work in the same run: contenders take turns, so that a
 * machine whose speed drifts slows them all, and what is told is a ratio.
 */
package dev.nanokit.bench;
