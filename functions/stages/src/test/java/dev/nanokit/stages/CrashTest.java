package dev.nanokit.stages;

import java.nio.file.Path;

class CrashTest extends CrashContract {
    @Override
    protected Site open(Path folder) {
        return new Site(folder);
    }
}
