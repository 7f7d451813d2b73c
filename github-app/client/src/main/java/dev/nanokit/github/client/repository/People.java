package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.policy.Permission;
import tools.jackson.databind.JsonNode;

/** What people may do in the repository. */
final class People {
    private final Api api;
    private final String path;

    People(Api api, String repository) {
        this.api = api;
        this.path = "/repos/" + repository + "/collaborators/";
    }

    /** {@code permission} knows no triage and no maintain; the role does, unless it is one that the owner named. */
    Permission permissionOf(String login) {
        JsonNode answer;
        try {
            answer = api.get(path + Api.part(login) + "/permission");
        } catch (GitHubException e) {
            if (e.status() == 404) {
                return Permission.NONE;
            }
            throw e;
        }
        return switch (answer.path("role_name").asString("")) {
            case "triage" -> Permission.TRIAGE;
            case "maintain" -> Permission.MAINTAIN;
            default -> plain(answer.path("permission").asString(""));
        };
    }

    private static Permission plain(String permission) {
        return switch (permission) {
            case "admin" -> Permission.ADMIN;
            case "write", "push" -> Permission.WRITE;
            case "read", "pull" -> Permission.READ;
            default -> Permission.NONE;
        };
    }
}
