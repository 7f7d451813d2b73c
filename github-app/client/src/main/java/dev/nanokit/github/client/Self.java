package dev.nanokit.github.client;

import dev.nanokit.github.api.AppIdentity;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import tools.jackson.databind.JsonNode;

/** The App itself, asked for once. */
final class Self {
    private final Api app;
    private volatile AppIdentity identity;

    Self(Api app) {
        this.app = app;
    }

    AppIdentity identity() {
        AppIdentity known = identity;
        if (known == null) {
            JsonNode json = app.get("/app");
            known = new AppIdentity(
                    Given.number(json, "id"),
                    json.path("slug").asString(""),
                    json.path("name").asString(""),
                    json.path("html_url").asString(""));
            identity = known;
        }
        return known;
    }
}
