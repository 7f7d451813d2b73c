package dev.nanokit.workflows;

import dev.nanokit.stages.CrashContract;
import dev.nanokit.stages.Site;
import dev.nanokit.state.table.LocalDynamoDb;
import java.nio.file.Path;
import java.time.InstantSource;

/** Runs in one process that are killed at every single step, over the table as it is on AWS. */
class DynamoDbCrashTest extends CrashContract {
    @Override
    protected Site open(Path folder) {
        return new Site(LocalDynamoDb.openNew(InstantSource.system()), folder, Site.IN_PROCESS);
    }
}
