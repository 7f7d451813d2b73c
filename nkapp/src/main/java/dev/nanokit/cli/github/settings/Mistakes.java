package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the settings, so that it is told all at once. */
public final class Mistakes {
    private final List<String> what = new ArrayList<>();
    private final List<String> fixes = new ArrayList<>();

    public void add(String wrong, String fix) {
        what.add(wrong);
        if (!fixes.contains(fix)) {
            fixes.add(fix);
        }
    }

    /** Says that a file which a setting names is not there, or can't be read. */
    void unreadable(Path file, Setting setting) {
        add(
                Files.exists(file) ? file + " can't be read" : "there is no file " + file,
                "see what " + setting.option() + " names, and who may read it");
    }

    /** @throws Refusal when there is a mistake */
    public void refuse() {
        if (!what.isEmpty()) {
            throw new Refusal(new Failure(ExitStatus.USAGE, "settings", String.join("\n", what), "", fixes, List.of()));
        }
    }
}
