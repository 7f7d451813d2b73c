package dev.nanokit.state.store;

import dev.nanokit.engine.resource.RecordedResource;
import java.util.List;
import java.util.Optional;

/**
 * What state knows of a component.
 *
 * @param repository the repository that owns it; empty when nothing has been applied yet
 * @param serial raised by each apply that changes something; 0 before the first
 * @param commit last commit that was applied whole
 */
public record ComponentState(
        Optional<String> repository, long serial, Optional<String> commit, List<RecordedResource> resources) {
    public ComponentState {
        resources = List.copyOf(resources);
    }
}
