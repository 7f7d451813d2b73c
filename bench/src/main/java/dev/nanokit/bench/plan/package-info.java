/** Planning where nothing has changed: the engine alone, the whole workflow, and the whole process beside OpenTofu. */
package dev.nanokit.bench.plan;
