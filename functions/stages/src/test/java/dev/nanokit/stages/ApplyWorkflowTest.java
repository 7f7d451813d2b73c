package dev.nanokit.stages;

import java.nio.file.Path;

class ApplyWorkflowTest extends ApplyWorkflowContract {
    @Override
    protected Site open(Path folder) {
        return new Site(folder);
    }
}
