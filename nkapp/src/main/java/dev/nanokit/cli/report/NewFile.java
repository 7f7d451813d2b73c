package dev.nanokit.cli.report;

import java.nio.file.Path;
import java.util.List;

/**
 * A file that {@code nkapp init} has written.
 *
 * @param seen what was found in the folder and made use of
 */
public record NewFile(Path file, List<String> seen) {
    public NewFile {
        seen = List.copyOf(seen);
    }
}
