/** The least client of the Docker Engine API that can be written: what its calls cost when nothing is added to them. */
package dev.nanokit.bench.engine;
