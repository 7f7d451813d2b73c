package dev.nanokit.github.flow;

import dev.nanokit.github.flow.world.Town;
import java.nio.file.Path;
import java.util.List;
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
        town = new Town(folder, inSteps());
    }

    /** The titles that the check has had, without those that only say that it is being planned. */
    List<String> plansShown(String sha) {
        return town.github.history(sha).stream()
                .filter(title -> !title.startsWith("Planning"))
                .toList();
    }

    /** Whether the App works step by step, as on AWS. */
    boolean inSteps() {
        return false;
    }

    @AfterEach
    void close() {
        town.close();
    }
}
