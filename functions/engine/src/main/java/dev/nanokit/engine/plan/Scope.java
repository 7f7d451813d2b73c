package dev.nanokit.engine.plan;

import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.Map;

/**
 * What a plan is about.
 *
 * @param desired each after those it depends on
 * @param recorded what this component has in state and the plan may touch
 */
record Scope(Map<ResourceKey, Resource> desired, Map<ResourceKey, RecordedResource> recorded) {}
