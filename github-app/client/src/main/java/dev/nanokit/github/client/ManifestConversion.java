package dev.nanokit.github.client;

import dev.nanokit.github.api.AppRegistration;
import dev.nanokit.github.client.http.Api;
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
                app.required("id").longValue(),
                app.required("slug").stringValue(),
                app.required("client_id").stringValue(),
                app.required("html_url").stringValue(),
                app.required("pem").stringValue(),
                app.path("webhook_secret").asString(""));
    }
}
