package dev.nanokit.engine.resource;

/** How far the last call about a resource got, as written down before and after it. */
public enum Phase {
    /** A create, update or replace was begun; what is there must be looked up. */
    CREATING,
    READY,
    /** A delete was begun. */
    DELETING
}
