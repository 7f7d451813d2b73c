/**
 * The locks of an environment: one on its infrastructure (one writer, or many readers), one on each component. They are
 * leases with fencing tokens: whoever lost a lock, and does not know it yet, can write nothing.
 */
package dev.nanokit.state.lock;
