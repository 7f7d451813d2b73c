/** Bringing fifty containers up and down: Nanokit, docker compose, and the bare calls of the Engine API. */
package dev.nanokit.bench.containers;
