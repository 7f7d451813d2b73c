package dev.nanokit.cli.github.settings;

import dev.nanokit.cli.Surroundings;
import java.util.Locale;
import java.util.Optional;

/** A setting that is an option, and an environment variable beside it. The option wins. */
public enum Setting {
    APP_ID,
    PRIVATE_KEY_FILE,
    WEBHOOK_SECRET_FILE,
    SECRETS_MANAGER,
    API_URL,
    ADDRESS,
    PORT,
    DRIFT_EVERY;

    /** {@code --app-id} */
    public String option() {
        return "--" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@code NANOKIT_GITHUB_APP_ID} */
    public String variable() {
        return "NANOKIT_GITHUB_" + name();
    }

    /** How to give it, for messages. */
    String ways() {
        return option() + ", or " + variable();
    }

    /** Empty where neither gives it. */
    public Optional<String> value(Optional<String> typed, Surroundings surroundings) {
        return typed.or(() -> Optional.ofNullable(surroundings.variables().get(variable())))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }
}
