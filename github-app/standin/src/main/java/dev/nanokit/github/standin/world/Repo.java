package dev.nanokit.github.standin.world;

import dev.nanokit.github.standin.git.Commit;
import dev.nanokit.github.standin.git.Content;
import dev.nanokit.github.standin.git.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A repository, its branches, and everything that hangs on it. */
public final class Repo {
    private static final String ZERO = "0".repeat(40);

    private final Hub hub;
    private final long id;
    private final Account owner;
    private final String name;
    private final ObjectStore objects;
    private final Map<String, String> branches = new TreeMap<>();
    private final Map<String, String> roles = new TreeMap<>();
    private final List<Pull> pulls = new ArrayList<>();
    private final List<Issue> issues = new ArrayList<>();
    private final Checks checks;
    private final Comments comments;
    private final Deployments deployments;

    Repo(Hub hub, long id, Account owner, String name) {
        this(hub, id, owner, name, new ObjectStore());
    }

    Repo(Hub hub, long id, Account owner, String name, Repo origin) {
        this(hub, id, owner, name, origin.objects);
        branches.putAll(origin.branches);
    }

    private Repo(Hub hub, long id, Account owner, String name, ObjectStore objects) {
        this.hub = hub;
        this.id = id;
        this.owner = owner;
        this.name = name;
        this.objects = objects;
        this.checks = new Checks(hub, this);
        this.comments = new Comments(hub, this);
        this.deployments = new Deployments(hub);
        roles.put(owner.login(), "admin");
    }

    public long id() {
        return id;
    }

    public Account owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    public String fullName() {
        return owner.login() + "/" + name;
    }

    public String defaultBranch() {
        return "main";
    }

    public ObjectStore objects() {
        return objects;
    }

    public Checks checks() {
        return checks;
    }

    public Comments comments() {
        return comments;
    }

    public Deployments deployments() {
        return deployments;
    }

    /** Lets the person do what the role does: read, triage, write, maintain or admin. */
    public void collaborator(String login, String role) {
        synchronized (hub) {
            hub.account(login);
            roles.put(login, role);
        }
    }

    public Optional<String> role(String login) {
        return Optional.ofNullable(roles.get(login));
    }

    /** A commit on the branch, which is made from the default branch when it isn't there, with these files changed. */
    public String commit(String branch, Map<String, String> files) {
        return commit(
                branch,
                changed -> files.forEach(
                        (path, text) -> changed.put(path, objects.file(text.getBytes(StandardCharsets.UTF_8)))));
    }

    /** The same, by whatever changes what the commit holds. */
    public String commit(String branch, Consumer<SortedMap<String, Content>> change) {
        synchronized (hub) {
            String before = branches.getOrDefault(branch, branches.get(defaultBranch()));
            SortedMap<String, Content> files = new TreeMap<>();
            if (before != null) {
                files.putAll(objects.commit(before).orElseThrow().files());
            }
            change.accept(files);
            List<String> parents = before == null ? List.of() : List.of(before);
            Commit commit = objects.commit(files, parents, "commit " + hub.nextId());
            move(branch, commit.id(), owner);
            return commit.id();
        }
    }

    void move(String branch, String to, Account by) {
        String before = branches.put(branch, to);
        Map<String, Object> push = new LinkedHashMap<>();
        push.put("ref", "refs/heads/" + branch);
        push.put("before", before == null ? ZERO : before);
        push.put("after", to);
        push.put("created", before == null);
        push.put("deleted", false);
        hub.happenings().happened(this, "push", by, push);
        hub.pushed(this, branch);
    }

    public Optional<String> head(String branch) {
        return Optional.ofNullable(branches.get(branch));
    }

    /** The commit that a branch's name or a commit's id means. */
    public Optional<String> resolve(String reference) {
        String plain = reference.startsWith("heads/") ? reference.substring("heads/".length()) : reference;
        return head(plain).or(() -> objects.commit(reference).map(Commit::id));
    }

    public Repo fork(String login) {
        return hub.fork(this, login);
    }

    /** Opens a pull request from a branch of this repository to its default branch. */
    public Pull open(String head, String author) {
        return open(this, head, defaultBranch(), author);
    }

    public Pull open(Repo from, String head, String base, String author) {
        synchronized (hub) {
            Pull pull = new Pull(hub, this, nextNumber(), from, head, base, hub.account(author));
            pulls.add(pull);
            pull.tell("opened", pull.author(), Map.of());
            return pull;
        }
    }

    public List<Pull> pulls() {
        return List.copyOf(pulls);
    }

    public Optional<Pull> pull(int number) {
        return pulls.stream().filter(pull -> pull.number() == number).findFirst();
    }

    /** Pull requests and issues are numbered together. */
    private int nextNumber() {
        return pulls.size() + issues.size() + 1;
    }

    public Issue issue(Account author, boolean byApp, String title, String body) {
        synchronized (hub) {
            Issue issue = new Issue(hub.nextId(), nextNumber(), author, byApp, hub.now(), title, body);
            issues.add(issue);
            return issue;
        }
    }

    public List<Issue> issues() {
        return List.copyOf(issues);
    }

    public Optional<Issue> issue(int number) {
        return issues.stream().filter(issue -> issue.number() == number).findFirst();
    }

    String headOf(String branch) {
        return head(branch).orElseThrow(() -> new NoSuchElementException(fullName() + " has no branch " + branch));
    }
}
