/**
 * Whole plans as pages, for what GitHub's limits cut off a check: their addresses, which only those can make who have the
 * key, and what is answered there.
 */
package dev.nanokit.github.plans;
