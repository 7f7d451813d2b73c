/** The audit trail: who did what, when. */
package dev.nanokit.state.audit;
