package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.api.CheckRun.Conclusion;
import dev.nanokit.github.report.markdown.Inline;
import java.util.Optional;

/**
 * A check as it stands at GitHub.
 *
 * @param url its page; empty where it has none, as in a replay
 */
public record PostedCheck(CheckRun run, Optional<String> url) {
    /** The name, as HTML and as Markdown: it is made of legal names alone. */
    String name() {
        return Inline.prose(run.name());
    }

    String linked(String markdown) {
        return url.map(address -> Inline.link(markdown, address)).orElse(markdown);
    }

    /** A sign for how it stands. */
    String sign() {
        return run.conclusion().map(PostedCheck::sign).orElse("⏳");
    }

    boolean failed() {
        return run.conclusion()
                .filter(conclusion -> conclusion == Conclusion.FAILURE
                        || conclusion == Conclusion.ACTION_REQUIRED
                        || conclusion == Conclusion.CANCELLED)
                .isPresent();
    }

    private static String sign(Conclusion conclusion) {
        return switch (conclusion) {
            case SUCCESS -> "✅";
            case FAILURE -> "❌";
            case ACTION_REQUIRED -> "✋";
            case NEUTRAL, SKIPPED, STALE -> "⚠️";
            case CANCELLED -> "🚫";
        };
    }
}
