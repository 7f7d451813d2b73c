/** The table in one SQLite file: many processes of one machine, nothing to install. */
package dev.nanokit.state.table.sqlite;
