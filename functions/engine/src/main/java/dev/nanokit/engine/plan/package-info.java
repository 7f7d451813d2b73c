/** Plans: what is to be done with each resource and why, in waves of changes that may run side by side. */
package dev.nanokit.engine.plan;
