package dev.nanokit.workflows;

import dev.nanokit.stages.ApplyWorkflowContract;
import dev.nanokit.stages.Site;
import dev.nanokit.state.table.LocalDynamoDb;
import java.nio.file.Path;
import java.time.InstantSource;

/** Every scenario in the workflows as they are deployed, over the table as it is on AWS. */
class AslDynamoDbApplyWorkflowTest extends ApplyWorkflowContract {
    @Override
    protected Site open(Path folder) {
        return new Site(LocalDynamoDb.openNew(InstantSource.system()), folder, AslWorkflows::new);
    }
}
