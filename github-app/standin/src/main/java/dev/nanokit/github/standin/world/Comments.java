package dev.nanokit.github.standin.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The comments on a repository's pull requests. */
public final class Comments {
    private final Hub hub;
    private final Repo repository;
    private final List<Comment> comments = new ArrayList<>();

    /** A comment as it stands. */
    public static final class Comment {
        private final long id;
        private final int pullRequest;
        private final Account author;
        private final boolean byApp;
        private final Instant createdAt;
        private final SortedSet<String> reactions = new TreeSet<>();
        private String body;

        private Comment(long id, int pullRequest, Account author, boolean byApp, Instant createdAt, String body) {
            this.id = id;
            this.pullRequest = pullRequest;
            this.author = author;
            this.byApp = byApp;
            this.createdAt = createdAt;
            this.body = body;
        }

        public long id() {
            return id;
        }

        public int pullRequest() {
            return pullRequest;
        }

        public Account author() {
            return author;
        }

        public boolean byApp() {
            return byApp;
        }

        public Instant createdAt() {
            return createdAt;
        }

        public String body() {
            return body;
        }

        public void body(String text) {
            body = text;
        }

        /** Whether it is the first of its kind. */
        public boolean react(String reaction) {
            return reactions.add(reaction);
        }

        public List<String> reactions() {
            return List.copyOf(reactions);
        }
    }

    Comments(Hub hub, Repo repository) {
        this.hub = hub;
        this.repository = repository;
    }

    public long add(int pullRequest, Account author, String body, boolean byApp) {
        synchronized (hub) {
            Comment comment = new Comment(hub.nextId(), pullRequest, author, byApp, hub.now(), body);
            comments.add(comment);
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("action", "created");
            details.put("issue", Map.of("number", pullRequest, "pull_request", Map.of("url", "")));
            details.put("comment", Views.comment(comment));
            hub.happenings().happened(repository, "issue_comment", author, details);
            return comment.id();
        }
    }

    public Optional<Comment> find(long id) {
        return comments.stream().filter(comment -> comment.id() == id).findFirst();
    }

    /** Oldest first. */
    public List<Comment> on(int pullRequest) {
        synchronized (hub) {
            return comments.stream()
                    .filter(comment -> comment.pullRequest() == pullRequest)
                    .toList();
        }
    }
}
