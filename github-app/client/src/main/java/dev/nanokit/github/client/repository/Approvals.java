package dev.nanokit.github.client.repository;

import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.policy.Permission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether a pull request is approved: somebody who may write approved its head commit as it is, and nobody who may
 * write has asked for changes since. An approval of an earlier commit is none: what came after it was not looked at.
 */
final class Approvals {
    private static final Set<String> OPINIONS = Set.of("APPROVED", "CHANGES_REQUESTED", "DISMISSED");

    private final Api api;
    private final String path;
    private final People people;

    private record Review(String state, String commit) {}

    Approvals(Api api, String repository, People people) {
        this.api = api;
        this.path = "/repos/" + repository + "/pulls/";
        this.people = people;
    }

    boolean approved(int pullRequest, String headSha) {
        Map<String, Review> latest = latest(pullRequest);
        boolean approved = false;
        for (Map.Entry<String, Review> review : latest.entrySet()) {
            String state = review.getValue().state();
            boolean refusal = state.equals("CHANGES_REQUESTED");
            boolean approval =
                    state.equals("APPROVED") && review.getValue().commit().equals(headSha);
            if ((refusal || (approval && !approved)) && mayWrite(review.getKey())) {
                if (refusal) {
                    return false;
                }
                approved = true;
            }
        }
        return approved;
    }

    /** Of each reviewer, what they think now: GitHub lists reviews oldest first, and comments are no opinions. */
    private Map<String, Review> latest(int pullRequest) {
        Map<String, Review> latest = new LinkedHashMap<>();
        for (JsonNode review : api.list(path + pullRequest + "/reviews?per_page=100")) {
            String state = review.path("state").asString("");
            String reviewer = review.path("user").path("login").asString("");
            if (OPINIONS.contains(state) && !reviewer.isEmpty()) {
                latest.put(reviewer, new Review(state, review.path("commit_id").asString("")));
            }
        }
        return latest;
    }

    private boolean mayWrite(String login) {
        return people.permissionOf(login).atLeast(Permission.WRITE);
    }
}
