package dev.nanokit.github.flow.world;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.GitHub;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.PullRequestRef;
import dev.nanokit.webhook.trigger.RepositoryRef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** GitHub with one repository: remembers what it is told, answers by what it remembers, and counts the calls. */
public final class FakeGitHub implements GitHub {
    private final Map<String, Map<String, String>> commits = new TreeMap<>();
    private final Map<String, String> branches = new TreeMap<>();
    private final Map<Integer, PullRequest> pullRequests = new TreeMap<>();
    private final Map<String, Permission> permissions = new TreeMap<>();
    private final Map<Long, List<CheckRun>> checks = new TreeMap<>();
    private final Map<Long, Comment> comments = new LinkedHashMap<>();
    private final Map<Long, Deployment> deployments = new LinkedHashMap<>();
    private final Set<String> reactions = new LinkedHashSet<>();
    private final List<String> calls = new ArrayList<>();
    private Fate fate = Fate.none();
    private boolean reactionsWork = true;
    private Optional<GitHubException> outage = Optional.empty();
    private Runnable atCheck = () -> {};
    private long lastId = 1000;

    /** A pull request as it is now. */
    record PullRequest(PullRequestRef ref, boolean open, boolean approved) {}

    private record Comment(int pullRequest, String body) {}

    /** A deployment with its statuses. */
    public record Deployment(
            String sha, String environment, String description, List<Repository.DeploymentState> states) {}

    @Override
    public Repository repository(RepositoryRef ref) {
        outage.ifPresent(down -> {
            throw down;
        });
        return new FakeRepository(ref);
    }

    /** Nothing can be had of it any more, until it is empty again. */
    public void outage(Optional<GitHubException> why) {
        outage = why;
    }

    /** Makes a commit of these files, and moves the branch to it. */
    public synchronized String push(String branch, Map<String, String> files) {
        String sha = "%040x".formatted(commits.size() + 0xabc0000L);
        commits.put(sha, Map.copyOf(files));
        branches.put(branch, sha);
        pullRequests.replaceAll(
                (number, pr) -> pr.open() && pr.ref().headBranch().equals(branch)
                        ? new PullRequest(moved(pr.ref(), sha), true, false)
                        : pr);
        return sha;
    }

    private static PullRequestRef moved(PullRequestRef ref, String sha) {
        return new PullRequestRef(
                ref.number(), sha, ref.headBranch(), ref.baseBranch(), ref.fork(), ref.draft(), ref.author());
    }

    public synchronized void pullRequest(int number, String head, String base, boolean fork, boolean draft) {
        PullRequestRef ref =
                new PullRequestRef(number, branches.get(head), head, base, fork, draft, new Actor("author", false));
        pullRequests.put(number, new PullRequest(ref, true, false));
    }

    public synchronized void set(int number, boolean open, boolean approved) {
        pullRequests.computeIfPresent(number, (any, pr) -> new PullRequest(pr.ref(), open, approved));
    }

    public synchronized void rebase(int number, String base) {
        pullRequests.computeIfPresent(
                number,
                (any, pr) -> new PullRequest(
                        new PullRequestRef(
                                number,
                                pr.ref().headSha(),
                                pr.ref().headBranch(),
                                base,
                                pr.ref().fork(),
                                pr.ref().draft(),
                                pr.ref().author()),
                        pr.open(),
                        pr.approved()));
    }

    public synchronized PullRequestRef pullRequest(int number) {
        return pullRequests.get(number).ref();
    }

    public synchronized void permit(String login, Permission permission) {
        permissions.put(login, permission);
    }

    public synchronized void fate(Fate next) {
        this.fate = next;
    }

    /** Whether the call that was chosen has been made. */
    public synchronized boolean struck() {
        return fate.struck();
    }

    /** What happens once a check is shown, from now on. */
    public synchronized void atCheck(Runnable work) {
        this.atCheck = work;
    }

    public synchronized void refuseReactions() {
        this.reactionsWork = false;
    }

    public synchronized List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    /** Every commit that was pushed, in order. */
    public synchronized String[] commits() {
        return commits.keySet().toArray(String[]::new);
    }

    /** The check of that name at the commit, as it shows now; there must be one at most. */
    public synchronized Optional<CheckRun> check(String sha, String name) {
        List<CheckRun> found = checksAt(sha).stream()
                .filter(check -> check.name().equals(name))
                .toList();
        if (found.size() > 1) {
            throw new AssertionError("two checks " + name + " at " + sha);
        }
        return found.stream().findFirst();
    }

    public synchronized List<CheckRun> checksAt(String sha) {
        return checks.values().stream()
                .map(List::getLast)
                .filter(check -> check.headSha().equals(sha))
                .toList();
    }

    /** Titles of everything that the checks of a commit have shown, in order. */
    public synchronized List<String> history(String sha) {
        return checks.values().stream()
                .flatMap(List::stream)
                .filter(check -> check.headSha().equals(sha))
                .map(CheckRun::title)
                .toList();
    }

    public synchronized List<String> comments() {
        return comments.values().stream().map(Comment::body).toList();
    }

    /** Those of one pull request. */
    public synchronized List<String> comments(int pullRequest) {
        return comments.values().stream()
                .filter(comment -> comment.pullRequest() == pullRequest)
                .map(Comment::body)
                .toList();
    }

    public synchronized Set<String> reactions() {
        return Set.copyOf(reactions);
    }

    public synchronized List<Deployment> deployments() {
        return List.copyOf(deployments.values());
    }

    synchronized <T> T call(String what, Supplier<T> work) {
        calls.add(what);
        fate.before();
        T answer = work.get();
        fate.after();
        return answer;
    }

    private final class FakeRepository implements Repository {
        private final RepositoryRef ref;

        FakeRepository(RepositoryRef ref) {
            this.ref = ref;
        }

        @Override
        public String fullName() {
            return ref.fullName();
        }

        @Override
        public Map<String, byte[]> files(String sha, String fileName) {
            return call("files", () -> {
                Map<String, byte[]> found = new TreeMap<>();
                tree(sha).forEach((path, text) -> {
                    if (path.equals(fileName) || path.endsWith("/" + fileName)) {
                        found.put(path, text.getBytes(StandardCharsets.UTF_8));
                    }
                });
                return found;
            });
        }

        private Map<String, String> tree(String commit) {
            Map<String, String> tree = commits.get(branches.getOrDefault(commit, commit));
            if (tree == null) {
                throw new GitHubException("no commit " + commit, 404, null, null);
            }
            return tree;
        }

        @Override
        public void checkout(String sha, Path folder) {
            call("checkout", () -> {
                tree(sha).forEach((path, text) -> write(folder.resolve(path), text));
                return null;
            });
        }

        private static void write(Path file, String text) {
            try {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String branchHead(String branch) {
            return call("branchHead", () -> branches.get(branch));
        }

        @Override
        public PullRequestRef pullRequest(int number) {
            return call("pullRequest", () -> pullRequests.get(number).ref());
        }

        @Override
        public List<PullRequestRef> openPullRequests() {
            return call(
                    "openPullRequests",
                    () -> pullRequests.values().stream()
                            .filter(PullRequest::open)
                            .map(PullRequest::ref)
                            .toList());
        }

        @Override
        public PullRequestReadiness readiness(int number) {
            return call("readiness", () -> {
                PullRequest pr = pullRequests.get(number);
                return new PullRequestReadiness(pr.open(), pr.approved(), true, true);
            });
        }

        @Override
        public Permission permissionOf(String login) {
            return call("permissionOf", () -> permissions.getOrDefault(login, Permission.READ));
        }

        @Override
        public long createCheck(CheckRun check) {
            return call("createCheck", () -> {
                checks.put(++lastId, new ArrayList<>(List.of(check)));
                atCheck.run();
                return lastId;
            });
        }

        @Override
        public void updateCheck(long id, CheckRun check) {
            call("updateCheck", () -> {
                atCheck.run();
                return checks.get(id).add(check);
            });
        }

        @Override
        public Map<String, Long> checks(String headSha) {
            return call("checks", () -> {
                Map<String, Long> found = new TreeMap<>();
                checks.forEach((id, runs) -> {
                    if (runs.getLast().headSha().equals(headSha)) {
                        found.put(runs.getLast().externalId(), id);
                    }
                });
                return found;
            });
        }

        @Override
        public long createComment(int pullRequest, String body) {
            return call("createComment", () -> {
                comments.put(++lastId, new Comment(pullRequest, body));
                return lastId;
            });
        }

        @Override
        public void updateComment(long id, String body) {
            call(
                    "updateComment",
                    () -> comments.put(id, new Comment(comments.get(id).pullRequest(), body)));
        }

        @Override
        public Optional<Long> findComment(int pullRequest, String marker) {
            return call(
                    "findComment",
                    () -> comments.entrySet().stream()
                            .filter(comment -> comment.getValue().pullRequest() == pullRequest
                                    && comment.getValue().body().contains(marker))
                            .map(Map.Entry::getKey)
                            .findFirst());
        }

        @Override
        public void react(long commentId, String reaction) {
            call("react", () -> {
                if (!reactionsWork) {
                    throw new GitHubException("Not Found", 404, null, null);
                }
                return reactions.add(commentId + " " + reaction);
            });
        }

        @Override
        public long createDeployment(String sha, String environment, String description) {
            return call("createDeployment", () -> {
                deployments.put(++lastId, new Deployment(sha, environment, description, new ArrayList<>()));
                return lastId;
            });
        }

        @Override
        public Optional<Long> findDeployment(String sha, String environment, String description) {
            return call(
                    "findDeployment",
                    () -> deployments.entrySet().stream()
                            .filter(entry -> entry.getValue().sha().equals(sha)
                                    && entry.getValue().environment().equals(environment)
                                    && entry.getValue().description().equals(description))
                            .map(Map.Entry::getKey)
                            .reduce((first, last) -> last));
        }

        @Override
        public void deploymentStatus(
                long deployment, DeploymentState state, String description, Optional<String> logUrl) {
            call("deploymentStatus", () -> deployments.get(deployment).states().add(state));
        }
    }
}
