package dev.nanokit.cli.github.receive;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A folder in the place of a repository at GitHub. A branch is read from the base's folder, a commit from the head's;
 * what would be posted is kept.
 */
final class FolderRepository implements Repository {
    private static final int UNPROCESSABLE = 422;
    private static final String COMMIT = "[0-9a-f]{40}|[0-9a-f]{64}";

    /** For whatever stands at a branch that the payload tells nothing of. */
    private static final String BASE = "ba5e".repeat(10);

    private final Occasion occasion;
    private final FolderTree head;
    private final FolderTree base;
    private final Posted posted;

    FolderRepository(Occasion occasion, FolderTree head, FolderTree base, Posted posted) {
        this.occasion = occasion;
        this.head = head;
        this.base = base;
        this.posted = posted;
    }

    @Override
    public String fullName() {
        return occasion.repository().fullName();
    }

    @Override
    public Map<String, byte[]> files(String sha, String fileName) {
        try {
            return tree(sha).named(fileName);
        } catch (UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void checkout(String sha, Path folder) {
        try {
            tree(sha).copyTo(folder);
        } catch (UncheckedIOException | FolderTree.TooLargeException e) {
            throw unreadable(e);
        }
    }

    private FolderTree tree(String sha) {
        return sha.matches(COMMIT) && !sha.equals(BASE) ? head : base;
    }

    private static GitHubException unreadable(RuntimeException e) {
        return new GitHubException(String.valueOf(e.getMessage()), UNPROCESSABLE, null, e);
    }

    @Override
    public String branchHead(String branch) {
        return branch.equals(occasion.headBranch()) ? occasion.headSha() : BASE;
    }

    @Override
    public PullRequestRef pullRequest(int number) {
        return occasion.pullRequest(number);
    }

    /** None besides the one that the payload is about. */
    @Override
    public List<PullRequestRef> openPullRequests() {
        return List.of();
    }

    @Override
    public PullRequestReadiness readiness(int number) {
        return occasion.standing().readiness();
    }

    @Override
    public Permission permissionOf(String login) {
        return occasion.standing().permission();
    }

    @Override
    public long createCheck(CheckRun check) {
        return posted.createCheck(check);
    }

    @Override
    public void updateCheck(long id, CheckRun check) {
        posted.updateCheck(id, check);
    }

    @Override
    public Map<String, Long> checks(String headSha) {
        return posted.checkIds(headSha);
    }

    @Override
    public long createComment(int pullRequest, String body) {
        return posted.createComment(pullRequest, body);
    }

    @Override
    public void updateComment(long id, String body) {
        posted.updateComment(id, body);
    }

    @Override
    public Optional<Long> findComment(int pullRequest, String marker) {
        return posted.findComment(pullRequest, marker);
    }

    @Override
    public void react(long commentId, String reaction) {
        posted.react(commentId, reaction);
    }

    @Override
    public long createDeployment(String sha, String environment, String description) {
        return posted.createDeployment(sha, environment, description);
    }

    @Override
    public Optional<Long> findDeployment(String sha, String environment, String description) {
        return posted.findDeployment(sha, environment, description);
    }

    @Override
    public void deploymentStatus(long deployment, DeploymentState state, String description, Optional<String> logUrl) {
        posted.deploymentStatus(deployment, new Posted.Status(state, description, logUrl));
    }
}
