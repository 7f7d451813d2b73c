package dev.nanokit.github.client.repository;

import dev.nanokit.github.api.AppIdentity;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.client.http.Api;
import dev.nanokit.github.client.http.Exchange;
import dev.nanokit.github.client.http.Pause;
import dev.nanokit.github.client.http.Wire;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.PullRequestRef;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A repository at GitHub, over its REST API. */
public final class RepositoryClient implements Repository {
    private final String fullName;
    private final SourceFiles sources;
    private final Checkout checkout;
    private final PullRequests pullRequests;
    private final People people;
    private final Checks checks;
    private final Comments comments;
    private final Deployments deployments;
    private final Issues issues;

    /**
     * What a repository's parts share.
     *
     * @param exchange signs each request with the repository's token
     * @param wire signs nothing
     * @param app who we are; asked for when first needed
     */
    public record Parts(
            URI apiUrl, Exchange exchange, Wire wire, Supplier<AppIdentity> app, Clock clock, Pause pause) {}

    public RepositoryClient(String fullName, Parts parts) {
        Api api = new Api(parts.apiUrl(), parts.exchange());
        Library library = new Library(parts.apiUrl(), api, fullName);
        Repeats repeats = new Repeats(parts.pause(), parts.clock());
        Authorship authorship = new Authorship(parts.app());
        this.fullName = fullName;
        this.sources = new SourceFiles(library);
        this.checkout = new Checkout(parts.apiUrl(), fullName, parts.exchange(), parts.wire(), repeats);
        this.people = new People(api, fullName);
        this.pullRequests = new PullRequests(api, fullName, parts.pause(), new Approvals(api, fullName, people));
        this.checks = new Checks(library, api, fullName, repeats, authorship);
        this.comments = new Comments(library, api, fullName, repeats, authorship);
        this.deployments = new Deployments(library, api, fullName, repeats, authorship);
        this.issues = new IssueClient(api, fullName, repeats, authorship, parts.app());
    }

    public Issues issues() {
        return issues;
    }

    @Override
    public String fullName() {
        return fullName;
    }

    @Override
    public Map<String, byte[]> files(String sha, String fileName) {
        return sources.named(fileName, sha);
    }

    @Override
    public void checkout(String sha, Path folder) {
        checkout.unpack(sha, folder);
    }

    @Override
    public String branchHead(String branch) {
        return pullRequests.branchHead(branch);
    }

    @Override
    public PullRequestRef pullRequest(int number) {
        return pullRequests.get(number);
    }

    @Override
    public List<PullRequestRef> openPullRequests() {
        return pullRequests.open();
    }

    @Override
    public PullRequestReadiness readiness(int number) {
        return pullRequests.readiness(number);
    }

    @Override
    public Permission permissionOf(String login) {
        return people.permissionOf(login);
    }

    @Override
    public long createCheck(CheckRun check) {
        return checks.create(check);
    }

    @Override
    public void updateCheck(long id, CheckRun check) {
        checks.update(id, check);
    }

    @Override
    public Map<String, Long> checks(String headSha) {
        return checks.at(headSha);
    }

    @Override
    public long createComment(int pullRequest, String body) {
        return comments.create(pullRequest, body);
    }

    @Override
    public void updateComment(long id, String body) {
        comments.update(id, body);
    }

    @Override
    public Optional<Long> findComment(int pullRequest, String marker) {
        return comments.find(pullRequest, marker);
    }

    @Override
    public void react(long commentId, String reaction) {
        comments.react(commentId, reaction);
    }

    @Override
    public long createDeployment(String sha, String environment, String description) {
        return deployments.create(sha, environment, description);
    }

    @Override
    public Optional<Long> findDeployment(String sha, String environment, String description) {
        return deployments.find(sha, environment, description);
    }

    @Override
    public void deploymentStatus(long deployment, DeploymentState state, String description, Optional<String> logUrl) {
        deployments.status(deployment, state, description, logUrl);
    }
}
