package dev.nanokit.github.client;

import dev.nanokit.github.api.AppRegistration;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import tools.jackson.databind.JsonNode;

/** The manifest flow's last step. */
final class ManifestConversion implements AppRegistration {
    private final Api api;

    ManifestConversion(Api api) {
        this.api = api;
    }

    @Override
    public RegisteredApp register(String code) {
        JsonNode app = api.post("/app-manifests/" + Api.part(code) + "/conversions");
        return new RegisteredApp(
                Given.number(app, "id"),
                Given.text(app, "slug"),
                Given.text(app, "client_id"),
                Given.text(app, "html_url"),
                Given.text(app, "pem"),
                app.path("webhook_secret").asString(""));
    }
}
