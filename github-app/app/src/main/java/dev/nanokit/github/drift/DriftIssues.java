package dev.nanokit.github.drift;

import dev.nanokit.github.api.GitHub;
import dev.nanokit.github.api.GitHubException;
import dev.nanokit.github.api.Issues;
import dev.nanokit.github.api.Repository;
import dev.nanokit.github.flow.memory.Watched;
import dev.nanokit.github.report.DriftIssue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Keeps one issue a component and environment. What has not changed is not written again; what is cut short is gone on
 * with the next time, and nothing is said twice.
 */
final class DriftIssues {
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;

    private final GitHub github;
    private final Issues.Tracker tracker;
    private final IssueNotes notes;

    DriftIssues(GitHub github, Issues.Tracker tracker, IssueNotes notes) {
        this.github = github;
        this.tracker = tracker;
        this.notes = notes;
    }

    /** @return the issue's number */
    int show(Watched watched, DriftIssue issue) {
        IssueNote before = notes.find(watched).orElse(new IssueNote(0, false, "", 0));
        String digest = digest(issue);
        if (before.shows(digest)) {
            return before.number();
        }
        int number = write(tracker.of(watched.repository()), before, issue);
        notes.keep(watched, before.showing(number, digest));
        return number;
    }

    /** One that somebody has deleted is opened anew. */
    private static int write(Issues issues, IssueNote before, DriftIssue issue) {
        if (before.number() != 0 && updated(issues, before.number(), issue)) {
            return before.number();
        }
        Optional<Integer> lost = issues.find(issue.marker());
        if (lost.isPresent() && updated(issues, lost.get(), issue)) {
            return lost.get();
        }
        return issues.create(issue.title(), issue.body());
    }

    private static boolean updated(Issues issues, int number, DriftIssue issue) {
        try {
            issues.update(number, issue.title(), issue.body());
            return true;
        } catch (GitHubException e) {
            if (!isMissing(e)) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Closes the issue that is open, saying why.
     *
     * @return its number; empty where none is open
     */
    OptionalInt close(Watched watched, String why) {
        Optional<IssueNote> open = notes.find(watched).filter(IssueNote::open);
        if (open.isEmpty()) {
            return OptionalInt.empty();
        }
        int number = open.get().number();
        try {
            say(github.repository(watched.repository()), open.get(), why);
            tracker.of(watched.repository()).close(number);
        } catch (GitHubException e) {
            if (!isMissing(e)) {
                throw e;
            }
        }
        notes.keep(watched, open.get().closed());
        return OptionalInt.of(number);
    }

    private static void say(Repository repository, IssueNote note, String why) {
        String marker = "<!-- nanokit:drift-gone " + note.times() + " -->";
        if (repository.findComment(note.number(), marker).isEmpty()) {
            repository.createComment(note.number(), marker + "\n" + why);
        }
    }

    void forget(Watched watched) {
        notes.forget(watched);
    }

    private static boolean isMissing(GitHubException e) {
        return e.status() == NOT_FOUND || e.status() == GONE;
    }

    private static String digest(DriftIssue issue) {
        try {
            byte[] text = (issue.title() + "\n" + issue.body()).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
