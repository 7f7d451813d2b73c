package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Says that two settings can't both be given, where the second is. */
    public void refuseBoth(Setting one, Setting other, Optional<String> typed, Surroundings surroundings) {
        if (other.value(typed, surroundings).isPresent()) {
            add(
                    one.option() + " and " + (typed.isPresent() ? other.option() : other.variable())
                            + " can't both be given",
                    "keep the App in one place: leave one of them out");
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
