package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.ResourceKey;

/** A change that loses data and is therefore refused without {@code --force}. */
public record Guard(ResourceKey resource, Action action, String what) {}
