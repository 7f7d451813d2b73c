package dev.nanokit.workflows;

import dev.nanokit.stages.ApplyWorkflowContract;
import dev.nanokit.stages.Site;
import java.nio.file.Path;

/** The same results as in one process: every scenario, in the workflows as they are deployed. */
class AslApplyWorkflowTest extends ApplyWorkflowContract {
    @Override
    protected Site open(Path folder) {
        return new Site(folder, AslWorkflows::new);
    }
}
