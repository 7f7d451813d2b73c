/** The table in memory, for what is to leave no trace. */
package dev.nanokit.state.table.memory;
