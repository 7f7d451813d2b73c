package dev.nanokit.workflows;

import static dev.nanokit.stages.world.Things.thing;

import dev.nanokit.engine.resource.Resource;
import dev.nanokit.stages.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What one apply costs: counted, not timed.
 *
 * @param transitions of states, as Step Functions charges for them
 * @param calls of functions
 * @param itemsRead from the table; a request counts as one at least
 * @param itemsWritten to the table, conditions that are checked included
 */
public record WorkflowCost(int transitions, int calls, int itemsRead, int itemsWritten) {
    /** Of creating so many things of one wave. */
    public static WorkflowCost ofApply(Path folder, int changes) {
        List<Resource> desired = new ArrayList<>();
        for (int i = 0; i < changes; i++) {
            desired.add(thing("thing-%04d".formatted(i), "red"));
        }
        AtomicReference<TalliedTable> tally = new AtomicReference<>();
        AtomicReference<AslWorkflows> workflows = new AtomicReference<>();
        try (Site site = new Site(folder, parts -> {
            workflows.set(new AslWorkflows(parts));
            return workflows.get();
        })) {
            site.run(desired)
                    .over(table -> {
                        tally.set(new TalliedTable(table));
                        return tally.get();
                    })
                    .apply();
        }
        return new WorkflowCost(
                workflows.get().ended().states().size(),
                workflows.get().calls().size(),
                tally.get().itemsRead(),
                tally.get().itemsWritten());
    }
}
