package dev.nanokit.github.standin.world;

import dev.nanokit.github.standin.git.Commit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pull request. */
public final class Pull {
    private final Hub hub;
    private final Repo repository;
    private final int number;
    private final Repo from;
    private final String head;
    private final Account author;
    private final Instant createdAt;
    private final List<Review> reviews = new ArrayList<>();
    private String base;
    private String headSha;
    private boolean open = true;
    private boolean merged;
    private boolean draft;
    private boolean mergeable = true;
    private int questionsUntilMergeableIsKnown;

    /** @param state APPROVED, CHANGES_REQUESTED, COMMENTED or DISMISSED */
    public record Review(long id, Account reviewer, String state, String commit) {}

    Pull(Hub hub, Repo repository, int number, Repo from, String head, String base, Account author) {
        this.hub = hub;
        this.repository = repository;
        this.number = number;
        this.from = from;
        this.head = head;
        this.base = base;
        this.author = author;
        this.createdAt = hub.now();
        this.headSha = from.headOf(head);
    }

    public int number() {
        return number;
    }

    public String headSha() {
        return headSha;
    }

    public String headBranch() {
        return head;
    }

    public Repo from() {
        return from;
    }

    public Repo repository() {
        return repository;
    }

    public String baseBranch() {
        return base;
    }

    public Account author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public boolean open() {
        return open;
    }

    public boolean merged() {
        return merged;
    }

    public boolean draft() {
        return draft;
    }

    public List<Review> reviews() {
        return List.copyOf(reviews);
    }

    /** Null until GitHub has worked it out, which it begins to when it is asked. */
    public Boolean mergeable() {
        if (!open) {
            return null;
        }
        return questionsUntilMergeableIsKnown-- > 0 ? null : mergeable;
    }

    /** @param questions how often it must be asked for before it is known */
    public void mergeable(boolean can, int questions) {
        synchronized (hub) {
            mergeable = can;
            questionsUntilMergeableIsKnown = questions;
        }
    }

    /** Pushes to the head branch. */
    public String push(Map<String, String> files) {
        return from.commit(head, files);
    }

    void pushed() {
        String before = headSha;
        headSha = from.headOf(head);
        if (open && !headSha.equals(before)) {
            tell("synchronize", author, Map.of("before", before, "after", headSha));
        }
    }

    boolean comesFrom(Repo repo, String branch) {
        return from == repo && head.equals(branch);
    }

    public void draft(boolean as) {
        synchronized (hub) {
            draft = as;
            tell(as ? "converted_to_draft" : "ready_for_review", author, Map.of());
        }
    }

    public void editBase(String branch) {
        synchronized (hub) {
            String before = base;
            base = branch;
            tell(
                    "edited",
                    author,
                    Map.of(
                            "changes",
                            Map.of("base", Map.of("ref", Map.of("from", before), "sha", Map.of("from", "")))));
        }
    }

    public void close() {
        synchronized (hub) {
            open = false;
            tell("closed", author, Map.of());
        }
    }

    public void reopen() {
        synchronized (hub) {
            open = true;
            tell("reopened", author, Map.of());
        }
    }

    /** Merges it into its base, and gives the merge commit. */
    public String merge(String login) {
        synchronized (hub) {
            Account by = hub.account(login);
            String before = repository.headOf(base);
            Commit ours = repository.objects().commit(headSha).orElseThrow();
            Commit merge = repository.objects().commit(ours.files(), List.of(before, headSha), "Merge #" + number);
            open = false;
            merged = true;
            tell("closed", by, Map.of());
            repository.move(base, merge.id(), by);
            return merge.id();
        }
    }

    public void review(String login, String state) {
        synchronized (hub) {
            reviews.add(new Review(hub.nextId(), hub.account(login), state, headSha));
        }
    }

    /** Comments on it, as a person does. */
    public long comment(String login, String body) {
        return repository.comments().add(number, hub.account(login), body, false);
    }

    /** Commits that the one has and the other has not. */
    public static int ahead(Repo repo, String one, String other) {
        Set<String> history = repo.objects().history(one);
        history.removeAll(repo.objects().history(other));
        return history.size();
    }

    void tell(String action, Account sender, Map<String, ?> more) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("action", action);
        details.put("number", number);
        details.put("pull_request", Views.pull(this, mergeable));
        details.putAll(more);
        hub.happenings().happened(repository, "pull_request", sender, details);
    }
}
