package dev.nanokit.cli.github.setup;

import dev.nanokit.github.api.AppRegistration.RegisteredApp;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Sees that there is a webhook secret: without one, anybody could tell the App what to do. */
final class WebhookSecret {
    private static final int BYTES = 32;

    private WebhookSecret() {}

    /** The App with GitHub's secret, or where GitHub gave none, with a new one, to be set at GitHub. */
    static RegisteredApp given(RegisteredApp app) {
        if (!app.webhookSecret().isBlank()) {
            return app;
        }
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return new RegisteredApp(
                app.id(),
                app.slug(),
                app.clientId(),
                app.htmlUrl(),
                app.privateKeyPem(),
                HexFormat.of().formatHex(random));
    }
}
