package dev.nanokit.github.client.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.nanokit.github.api.AppPermissions;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Tokens for repositories, narrowed to the one repository and to what the App needs. */
public final class Installations {
    private final Api app;
    private final Cache<String, Long> byRepository =
            Caffeine.newBuilder().maximumSize(10_000).build();

    /** @param app GitHub as the App itself sees it */
    public Installations(Api app) {
        this.app = app;
    }

    /** A token for the repository. */
    public Token token(RepositoryRef ref) {
        long installation = installation(ref);
        try {
            return token(installation, ref, AppPermissions.NEEDED);
        } catch (GitHubException e) {
            if (e.status() == 404) {
                byRepository.invalidate(ref.fullName());
            }
            if (e.status() != 422) {
                throw e;
            }
            return token(installation, ref, granted(installation));
        }
    }

    private Token token(long installation, RepositoryRef ref, Map<String, String> permissions) {
        String name = ref.fullName().substring(ref.fullName().indexOf('/') + 1);
        JsonNode answer = app.post(
                "/app/installations/" + installation + "/access_tokens",
                Map.of("repositories", List.of(name), "permissions", permissions));
        return new Token(Given.text(answer, "token"), Given.time(answer, "expires_at"));
    }

    /** Of what the App needs, what this installation allows: whoever installed it may not have agreed to all yet. */
    private Map<String, String> granted(long installation) {
        JsonNode allowed = app.get("/app/installations/" + installation).path("permissions");
        Map<String, String> granted = new TreeMap<>();
        AppPermissions.NEEDED.forEach((permission, needed) -> {
            String access = allowed.path(permission).asString("");
            if (!access.isEmpty()) {
                granted.put(permission, access.equals("read") ? "read" : needed);
            }
        });
        return granted;
    }

    private long installation(RepositoryRef ref) {
        return ref.installationId() == RepositoryRef.UNKNOWN_INSTALLATION
                ? byRepository.get(ref.fullName(), this::lookUp)
                : ref.installationId();
    }

    private long lookUp(String fullName) {
        try {
            return Given.number(app.get("/repos/" + fullName + "/installation"), "id");
        } catch (GitHubException e) {
            if (e.status() == 404) {
                throw new GitHubException(
                        "the App is not installed in " + fullName + ": install it there, from the App's page at GitHub",
                        404,
                        null,
                        e);
            }
            throw e;
        }
    }
}
