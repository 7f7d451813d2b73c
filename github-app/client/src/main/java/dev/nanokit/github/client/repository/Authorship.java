package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.AppIdentity;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Tells what this App made from what others did. */
final class Authorship {
    private final Supplier<AppIdentity> app;

    Authorship(Supplier<AppIdentity> app) {
        this.app = app;
    }

    /**
     * @param by the field that names the person; servers that don't say which App it was still say under which name
     */
    boolean ours(JsonNode made, String by) {
        JsonNode id = made.path("performed_via_github_app").path("id");
        AppIdentity self = app.get();
        return id.isNumber()
                ? id.longValue() == self.id()
                : made.path(by).path("login").asString("").equals(self.slug() + "[bot]");
    }

    boolean isOurs(long appId) {
        return appId == app.get().id();
    }
}
