/**
 * What Nanokit remembers: resources, plans and the audit trail ({@link dev.nanokit.state.store}), and the locks that
 * keep two runs apart ({@link dev.nanokit.state.lock}), over one small table port ({@link dev.nanokit.state.table}) with
 * an adapter for DynamoDB and one for SQLite. {@link dev.nanokit.state.Tables} opens the table.
 */
package dev.nanokit.state;
