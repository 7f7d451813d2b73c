package dev.nanokit.state.table;

/** What must hold of an item for a write to go through. A closed set, so that every store can do it natively. */
public sealed interface Condition {
    /** No such item. */
    record Absent() implements Condition {}

    record VersionIs(long version) implements Condition {}

    record TokenIs(long token) implements Condition {}

    /** Nothing needs to hold. Only for items that one writer alone ever writes, and that no lock guards. */
    record Always() implements Condition {}
}
