/**
 * The stages of a run, cut into steps that a workflow orders: each takes JSON and answers JSON, and is safe to repeat.
 * What they work on lies in the store of runs; a workflow's state carries only the run's id and numbers.
 */
package dev.nanokit.stages.step;
