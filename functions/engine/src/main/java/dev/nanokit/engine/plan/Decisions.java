package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.Map;
import java.util.SortedSet;

/**
 * What is to be done with each resource in a plan's scope, not in order yet.
 *
 * @param specs of what is to be: resolved as far as can be, secrets sealed
 * @param missing shared resources that no component has made yet
 */
record Decisions(Map<ResourceKey, Change> changes, Map<ResourceKey, Value.Obj> specs, SortedSet<ResourceKey> missing) {}
