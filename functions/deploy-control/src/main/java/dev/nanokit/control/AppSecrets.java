package dev.nanokit.control;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.SecretRef.Store;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.stages.secret.SecretSource;

/** The App's secrets as {@code nkapp github setup --secrets-manager} keeps them. */
final class AppSecrets {
    private static final Place SETTINGS = new Place("template.yaml", 1, 1);

    private final SecretSource store;
    private final ControlSettings settings;

    AppSecrets(SecretSource store, ControlSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** @throws IllegalStateException when the secret is not there or says no id */
    String appId() {
        try {
            return String.valueOf(JsonFields.parse(text(settings.app())).number("id"));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "the secret " + settings.app() + " does not say which App it is: register the App again with"
                            + " nkapp github setup --secrets-manager",
                    e);
        }
    }

    /** In PEM form. */
    String privateKey() {
        return text(settings.privateKey());
    }

    private String text(String name) {
        return store.find(new SecretRef(Store.SECRETS_MANAGER, name, SETTINGS))
                .orElseThrow(() -> new IllegalStateException("the secret " + name
                        + " is not there: register the App with nkapp github setup --secrets-manager"));
    }
}
