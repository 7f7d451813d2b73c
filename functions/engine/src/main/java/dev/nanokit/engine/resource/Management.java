package dev.nanokit.engine.resource;

/** What this component may do with a resource that its file speaks of. */
public enum Management {
    /** Created, changed and deleted by this component. */
    MANAGED,
    /** Made by another component of the same project and environment; only used here ({@code infra.shared}). */
    SHARED,
    /** Made by somebody else ({@code infra.vpc}): must exist, is read, never changed or deleted. */
    EXTERNAL
}
