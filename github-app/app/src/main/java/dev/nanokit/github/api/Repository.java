package dev.nanokit.github.api;

import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One repository at GitHub. Every method may throw {@link GitHubException}. */
public interface Repository {
    String fullName();

    /** The repository as it is by now, where this one tells of it as a piece of work has found it. */
    default Repository now() {
        return this;
    }

    /**
     * Every file of that name at a commit or branch, by its path from the root, as bytes.
     *
     * @param sha commit id or branch name
     * @param fileName {@code nanokit.yml}
     */
    Map<String, byte[]> files(String sha, String fileName);

    /** The whole tree at a commit, unpacked under the folder, links and paths that lead out of it refused. */
    void checkout(String sha, Path folder);

    /** The commit at which the branch stands now. */
    String branchHead(String branch);

    PullRequestRef pullRequest(int number);

    /** Open pull requests, the newest first. */
    List<PullRequestRef> openPullRequests();

    PullRequestReadiness readiness(int number);

    /** What the person may do here. */
    Permission permissionOf(String login);

    /** Creates the check run, and gives its id. */
    long createCheck(CheckRun check);

    void updateCheck(long id, CheckRun check);

    /** Check runs that this App made at the commit: external id → id. */
    Map<String, Long> checks(String headSha);

    long createComment(int pullRequest, String body);

    void updateComment(long id, String body);

    /** The App's own comment that holds the marker, if it wrote one. */
    Optional<Long> findComment(int pullRequest, String marker);

    /** @param reaction GitHub's word for it: {@code eyes}, {@code +1}, {@code rocket}, {@code confused} */
    void react(long commentId, String reaction);

    /** Creates a deployment of the commit to the environment, and gives its id. */
    long createDeployment(String sha, String environment, String description);

    /** The newest deployment that this App made of the commit with these words, if it made one. */
    Optional<Long> findDeployment(String sha, String environment, String description);

    void deploymentStatus(long deployment, DeploymentState state, String description, Optional<String> logUrl);

    enum DeploymentState {
        QUEUED,
        IN_PROGRESS,
        SUCCESS,
        FAILURE,
        INACTIVE
    }

    /** What {@code git.require} asks about a pull request. */
    record PullRequestReadiness(boolean open, boolean approved, boolean mergeable, boolean upToDate) {}
}
