package dev.nanokit.engine.resource;

/** The part of a plan in which people look for a resource, in the order they are shown. */
public enum Section {
    INFRASTRUCTURE,
    DATABASES,
    SERVICES
}
