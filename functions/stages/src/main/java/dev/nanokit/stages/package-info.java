/**
 * The stages of a run and their order: plan; take the locks, plan again, apply wave by wave, record, release. Knows no
 * particular provider and no particular store.
 */
package dev.nanokit.stages;
