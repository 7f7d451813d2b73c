package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.Surroundings;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses where an App's key and secret are kept. */
public final class AppStores {
    private AppStores() {}

    /** @param named a folder; without it one below the user's settings, as the XDG specification has them */
    public static AppStore choose(Surroundings surroundings, Optional<Path> named) {
        return new AppFolder(
                named.map(folder -> surroundings.folder().resolve(folder).normalize())
                        .orElseGet(() -> settings(surroundings).resolve("nanokit/github")));
    }

    private static Path settings(Surroundings surroundings) {
        String set = surroundings.variables().getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = Path.of(set);
        return folder.isAbsolute() ? folder : surroundings.home().resolve(".config");
    }
}
