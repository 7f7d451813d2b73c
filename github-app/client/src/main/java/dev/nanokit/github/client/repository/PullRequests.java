package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.Repository.PullRequestReadiness;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Given;
import dev.nanokit.github.client.http.Pause;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Branches and pull requests, and how ready these are to be applied. */
final class PullRequests {
    /** GitHub works out whether a pull request can be merged when it is first asked, and says null until it knows. */
    private static final int ASKED = 4;

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Api api;
    private final String path;
    private final Pause pause;
    private final Approvals approvals;

    PullRequests(Api api, String repository, Pause pause, Approvals approvals) {
        this.api = api;
        this.path = "/repos/" + repository;
        this.pause = pause;
        this.approvals = approvals;
    }

    PullRequestRef get(int number) {
        return ref(api.get(path + "/pulls/" + number));
    }

    /** The commit at which the branch stands now. */
    String branchHead(String branch) {
        return Given.text(api.get(path + "/branches/" + Api.part(branch)), "commit", "sha");
    }

    /** GitHub lists the newest first. */
    List<PullRequestRef> open() {
        return api.list(path + "/pulls?state=open&per_page=100").stream()
                .map(PullRequests::ref)
                .toList();
    }

    PullRequestReadiness readiness(int number) {
        JsonNode pull = merged(number);
        boolean open = pull.path("state").asString("").equals("open");
        return new PullRequestReadiness(
                open,
                approvals.approved(number, headSha(pull)),
                open && pull.path("mergeable").asBoolean(false),
                upToDate(pull));
    }

    private JsonNode merged(int number) {
        JsonNode pull = api.get(path + "/pulls/" + number);
        for (int asked = 1; asked < ASKED && pending(pull); asked++) {
            pause.of(BETWEEN);
            pull = api.get(path + "/pulls/" + number);
        }
        return pull;
    }

    private static boolean pending(JsonNode pull) {
        return pull.path("state").asString("").equals("open")
                && pull.path("mergeable").isNull();
    }

    private boolean upToDate(JsonNode pull) {
        String base = pull.path("base").path("ref").asString("");
        JsonNode compared = api.get(path + "/compare/" + Api.part(base) + "..." + headSha(pull) + "?per_page=1");
        return Given.number(compared, "behind_by") == 0;
    }

    private static String headSha(JsonNode pull) {
        return Given.text(pull, "head", "sha");
    }

    private static PullRequestRef ref(JsonNode pull) {
        JsonNode author = pull.path("user");
        return new PullRequestRef(
                Math.toIntExact(Given.number(pull, "number")),
                headSha(pull),
                Given.text(pull, "head", "ref"),
                Given.text(pull, "base", "ref"),
                fork(pull),
                pull.path("draft").asBoolean(false),
                new Actor(
                        author.path("login").asString("ghost"),
                        author.path("type").asString("").equals("Bot")));
    }

    /** A head whose repository is gone was a fork: a branch can't outlive its own repository. */
    private static boolean fork(JsonNode pull) {
        JsonNode from = pull.path("head").path("repo").path("id");
        return !from.isNumber() || from.longValue() != Given.number(pull, "base", "repo", "id");
    }
}
