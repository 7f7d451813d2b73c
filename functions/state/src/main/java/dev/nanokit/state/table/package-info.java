/**
 * The port to whatever stores state: items, queries by prefix, and transactions whose writes are done under conditions
 * of a small closed set. Locks and state are written once, over this; both adapters pass the same tests.
 */
package dev.nanokit.state.table;
