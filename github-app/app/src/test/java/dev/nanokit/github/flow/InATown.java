package dev.nanokit.github.flow;

import dev.nanokit.github.flow.world.Town;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the flow in a world of their own. */
@Timeout(120)
abstract class InATown {
    @TempDir
    Path folder;

    Town town;

    @BeforeEach
    void open() {
        town = new Town(folder);
    }

    @AfterEach
    void close() {
        town.close();
    }
}
