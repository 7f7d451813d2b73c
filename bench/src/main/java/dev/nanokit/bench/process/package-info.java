/** Whole processes, from their start to their end. */
package dev.nanokit.bench.process;
