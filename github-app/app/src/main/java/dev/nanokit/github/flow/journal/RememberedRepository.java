package dev.nanokit.github.flow.journal;

import dev.nanokit.engine.value.Value;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.state.table.Fields;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What decides about the work is asked once, and so are reactions given; checks, comments and deployments are for the
 * flow's own notes to keep from being made twice.
 */
final class RememberedRepository implements Repository {
    private final Repository repository;
    private final WorkJournal journal;

    RememberedRepository(Repository repository, WorkJournal journal) {
        this.repository = repository;
        this.journal = journal;
    }

    @Override
    public String fullName() {
        return repository.fullName();
    }

    @Override
    public Repository now() {
        return repository;
    }

    @Override
    public Map<String, byte[]> files(String sha, String fileName) {
        return FilesText.read(
                answer("files " + sha + " " + fileName, () -> FilesText.write(repository.files(sha, fileName))));
    }

    @Override
    public void checkout(String sha, Path folder) {
        repository.checkout(sha, folder);
    }

    @Override
    public String branchHead(String branch) {
        return answer("head " + branch, () -> Value.obj(Map.of("sha", Value.text(repository.branchHead(branch)))))
                .text("sha");
    }

    @Override
    public PullRequestRef pullRequest(int number) {
        return PullRequestText.read(
                answer("pull request " + number, () -> PullRequestText.write(repository.pullRequest(number))));
    }

    @Override
    public List<PullRequestRef> openPullRequests() {
        return answer(
                        "open",
                        () -> Value.obj(Map.of(
                                "open",
                                Value.seq(repository.openPullRequests().stream()
                                        .map(PullRequestText::write)
                                        .toList()))))
                .objects("open")
                .stream()
                .map(PullRequestText::read)
                .toList();
    }

    @Override
    public PullRequestReadiness readiness(int number) {
        Fields fields = answer("readiness " + number, () -> readiness(repository.readiness(number)));
        return new PullRequestReadiness(
                Flag.read(fields, "open"),
                Flag.read(fields, "approved"),
                Flag.read(fields, "mergeable"),
                Flag.read(fields, "upToDate"));
    }

    private static Value.Obj readiness(PullRequestReadiness readiness) {
        return Value.obj(Map.of(
                "open", Flag.write(readiness.open()),
                "approved", Flag.write(readiness.approved()),
                "mergeable", Flag.write(readiness.mergeable()),
                "upToDate", Flag.write(readiness.upToDate())));
    }

    @Override
    public Permission permissionOf(String login) {
        return Permission.valueOf(answer(
                        "permission " + login,
                        () -> Value.obj(Map.of(
                                "permission",
                                Value.text(repository.permissionOf(login).name()))))
                .text("permission"));
    }

    private Fields answer(String question, Supplier<Value.Obj> ask) {
        return journal.answer(repository.fullName() + " " + question, ask);
    }

    @Override
    public long createCheck(CheckRun check) {
        return repository.createCheck(check);
    }

    @Override
    public void updateCheck(long id, CheckRun check) {
        repository.updateCheck(id, check);
    }

    @Override
    public Map<String, Long> checks(String headSha) {
        return repository.checks(headSha);
    }

    @Override
    public long createComment(int pullRequest, String body) {
        return repository.createComment(pullRequest, body);
    }

    @Override
    public void updateComment(long id, String body) {
        repository.updateComment(id, body);
    }

    @Override
    public Optional<Long> findComment(int pullRequest, String marker) {
        return repository.findComment(pullRequest, marker);
    }

    @Override
    public void react(long commentId, String reaction) {
        answer("react " + commentId + " " + reaction, () -> {
            repository.react(commentId, reaction);
            return Value.Obj.EMPTY;
        });
    }

    @Override
    public long createDeployment(String sha, String environment, String description) {
        return repository.createDeployment(sha, environment, description);
    }

    @Override
    public Optional<Long> findDeployment(String sha, String environment, String description) {
        return repository.findDeployment(sha, environment, description);
    }

    @Override
    public void deploymentStatus(long deployment, DeploymentState state, String description, Optional<String> logUrl) {
        repository.deploymentStatus(deployment, state, description, logUrl);
    }
}
