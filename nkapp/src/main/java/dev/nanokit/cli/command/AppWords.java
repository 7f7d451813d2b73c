package dev.nanokit.cli.command;

import dev.nanokit.cli.github.settings.AppOptions;

/** The options that say as which App GitHub is asked. */
record AppWords(Choice<String> appId, Choice<String> keyFile, Choice<String> vault, Choice<String> api) {
    static AppWords addTo(NkappCommand command) {
        return new AppWords(
                command.choice(String.class, 3, "ID", "the App's id", "--app-id"),
                command.choice(String.class, 4, "FILE", "the App's private key (.pem)", "--private-key-file"),
                command.choice(
                        String.class,
                        5,
                        "NAME",
                        "where AWS Secrets Manager has the App, in place of files and id: as nkapp github setup was told",
                        "--secrets-manager"),
                command.choice(
                        String.class,
                        6,
                        "URL",
                        "GitHub's API; without it https://api.github.com, of an Enterprise Server https://HOST/api/v3",
                        "--api-url"));
    }

    AppOptions options() {
        return new AppOptions(appId.value(), keyFile.value(), vault.value(), api.value());
    }
}
