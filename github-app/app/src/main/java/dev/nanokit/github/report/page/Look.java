package dev.nanokit.github.report.page;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;

/**
 * How a check's standing looks: the words and the sign that GitHub has for it.
 *
 * @param style class of colours: {@code good}, {@code bad}, {@code ask}, {@code work} or {@code quiet}
 */
public record Look(String words, String sign, String style) {
    public static Look of(CheckRun check) {
        return check.conclusion().map(Look::of).orElseGet(() -> switch (check.status()) {
            case QUEUED -> new Look("Queued", "○", "work");
            case IN_PROGRESS -> new Look("In progress", "●", "work");
            case COMPLETED -> new Look("Completed", "■", "quiet");
        });
    }

    private static Look of(Conclusion conclusion) {
        return switch (conclusion) {
            case SUCCESS -> new Look("Successful", "✓", "good");
            case FAILURE -> new Look("Failed", "✕", "bad");
            case ACTION_REQUIRED -> new Look("Action required", "!", "ask");
            case NEUTRAL -> new Look("Neutral", "■", "quiet");
            case CANCELLED -> new Look("Cancelled", "⊘", "quiet");
            case SKIPPED -> new Look("Skipped", "⊘", "quiet");
            case STALE -> new Look("Stale", "⊘", "quiet");
        };
    }
}
