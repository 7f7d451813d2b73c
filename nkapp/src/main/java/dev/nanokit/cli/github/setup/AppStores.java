package dev.nanokit.cli.github.setup;

import dev.nanokit.cli.Surroundings;
import dev.nanokit.cli.github.settings.VaultNames;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.Refusal;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses where an App's key and secret are kept. */
public final class AppStores {
    private AppStores() {}

    /**
     * @param named a folder; without it one below the user's settings, as the XDG specification has them
     * @param vault a name in AWS Secrets Manager, in place of a folder
     * @throws Refusal when both are given
     */
    public static AppStore choose(Surroundings surroundings, Optional<Path> named, Optional<String> vault) {
        if (vault.isPresent() && named.isPresent()) {
            throw new Refusal(
                    Failure.usage("--save and --secrets-manager can't both be given", "", "give one of them"));
        }
        return vault.<AppStore>map(name -> new AppVault(new VaultNames(name), surroundings.variables()))
                .orElseGet(() -> folder(surroundings, named));
    }

    private static AppStore folder(Surroundings surroundings, Optional<Path> named) {
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
