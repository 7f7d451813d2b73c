package dev.nanokit.github.api;

import java.util.List;
import java.util.Optional;

/**
 * A check run as it is to be shown, within GitHub's limits: title and summary are there always, text at most 65,535
 * characters, 3 actions. Annotations may be more than one call takes; the client sends them in calls of 50.
 *
 * @param name {@code nanokit / production}
 * @param externalId ours; comes back with each event about the check
 */
public record CheckRun(
        String name,
        String headSha,
        String externalId,
        Status status,
        Optional<Conclusion> conclusion,
        String title,
        String summary,
        String text,
        List<Annotation> annotations,
        List<Action> actions,
        Optional<String> detailsUrl) {
    public CheckRun {
        annotations = List.copyOf(annotations);
        actions = List.copyOf(actions);
    }

    /** The same with other texts. */
    public CheckRun saying(String otherSummary, String otherText) {
        return new CheckRun(
                name,
                headSha,
                externalId,
                status,
                conclusion,
                title,
                otherSummary,
                otherText,
                annotations,
                actions,
                detailsUrl);
    }

    public enum Status {
        QUEUED,
        IN_PROGRESS,
        COMPLETED
    }

    public enum Conclusion {
        SUCCESS,
        FAILURE,
        NEUTRAL,
        CANCELLED,
        ACTION_REQUIRED,
        SKIPPED,
        STALE
    }

    /** @param level how loud */
    public record Annotation(String path, int startLine, int endLine, Level level, String title, String message) {}

    public enum Level {
        NOTICE,
        WARNING,
        FAILURE
    }

    /**
     * A button.
     *
     * @param label at most 20 characters
     * @param description at most 40 characters
     * @param identifier at most 20 characters; comes back when it is pressed
     */
    public record Action(String label, String description, String identifier) {}
}
