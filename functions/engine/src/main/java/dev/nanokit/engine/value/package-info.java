/**
 * Specs and outputs as values: JSON trees with references, templates and secrets in their leaves; how references are
 * resolved, how secrets are sealed, and the one text form in which values are kept and digested.
 */
package dev.nanokit.engine.value;
