package dev.nanokit.cli.github.receive;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.Repository.DeploymentState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps what would be posted to GitHub, each as it stands in the end. Safe for use by many threads. */
final class Posted {
    private final Map<Long, CheckRun> checks = new LinkedHashMap<>();
    private final Map<Long, Comment> comments = new LinkedHashMap<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final Map<Long, Deployment> deployments = new LinkedHashMap<>();
    private long lastId;

    record Comment(int pullRequest, String body) {}

    /** @param content GitHub's word for it */
    record Reaction(long comment, String content) {}

    record Deployment(String sha, String environment, String description, List<Status> statuses) {
        Deployment {
            statuses = List.copyOf(statuses);
        }
    }

    record Status(DeploymentState state, String description, Optional<String> logUrl) {}

    synchronized long createCheck(CheckRun check) {
        checks.put(++lastId, check);
        return lastId;
    }

    synchronized void updateCheck(long id, CheckRun check) {
        checks.replace(id, check);
    }

    /** Ids of the checks at a commit, by external id. */
    synchronized Map<String, Long> checkIds(String headSha) {
        Map<String, Long> ids = new LinkedHashMap<>();
        checks.forEach((id, check) -> {
            if (check.headSha().equals(headSha)) {
                ids.put(check.externalId(), id);
            }
        });
        return ids;
    }

    synchronized long createComment(int pullRequest, String body) {
        comments.put(++lastId, new Comment(pullRequest, body));
        return lastId;
    }

    synchronized void updateComment(long id, String body) {
        comments.computeIfPresent(id, (same, comment) -> new Comment(comment.pullRequest(), body));
    }

    synchronized Optional<Long> findComment(int pullRequest, String marker) {
        return comments.entrySet().stream()
                .filter(entry -> entry.getValue().pullRequest() == pullRequest
                        && entry.getValue().body().contains(marker))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    synchronized void react(long comment, String content) {
        reactions.add(new Reaction(comment, content));
    }

    synchronized long createDeployment(String sha, String environment, String description) {
        deployments.put(++lastId, new Deployment(sha, environment, description, List.of()));
        return lastId;
    }

    synchronized Optional<Long> findDeployment(String sha, String environment, String description) {
        return deployments.entrySet().stream()
                .filter(entry -> entry.getValue().sha().equals(sha)
                        && entry.getValue().environment().equals(environment)
                        && entry.getValue().description().equals(description))
                .map(Map.Entry::getKey)
                .reduce((older, newer) -> newer);
    }

    synchronized void deploymentStatus(long id, Status status) {
        deployments.computeIfPresent(id, (same, deployment) -> {
            List<Status> statuses = new ArrayList<>(deployment.statuses());
            statuses.add(status);
            return new Deployment(deployment.sha(), deployment.environment(), deployment.description(), statuses);
        });
    }

    synchronized List<CheckRun> checks() {
        return List.copyOf(checks.values());
    }

    synchronized List<Comment> comments() {
        return List.copyOf(comments.values());
    }

    synchronized List<Reaction> reactions() {
        return List.copyOf(reactions);
    }

    synchronized List<Deployment> deployments() {
        return List.copyOf(deployments.values());
    }
}
