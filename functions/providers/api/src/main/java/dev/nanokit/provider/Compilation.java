package dev.nanokit.provider;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import java.util.List;

/**
 * @param resources what is to be, in no particular order; empty when there are errors
 * @param problems errors and warnings
 */
public record Compilation(List<Resource> resources, List<Problem> problems) {
    public Compilation {
        resources = List.copyOf(resources);
        problems = List.copyOf(problems);
    }
}
