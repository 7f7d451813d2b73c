package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.state.lock.HeldLock;
import java.time.Instant;
import java.util.List;

/**
 * What is said on a check to whoever has pressed a button on it, above what it shows. On a branch's own commit there is
 * nowhere else to answer.
 */
public final class Remark {
    private Remark() {}

    /** @param reason Markdown of our own words, as {@link dev.nanokit.github.policy.Decision.Refused#reason} is */
    public static String refused(String login, String identifier, String reason) {
        return "❌ " + pressed(login, identifier) + ": " + reason;
    }

    /** @param cleared what was cleared; empty when nothing was locked */
    public static String unlocked(String login, String environment, List<HeldLock> cleared, Instant now) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT / 2);
        blocks.add("✅ " + pressed(login, "unlock") + ": " + LockText.cleared(environment, cleared));
        blocks.add(LockText.table(cleared, now));
        blocks.add(cleared.isEmpty() ? "" : LockText.AFTERWARDS);
        return blocks.text();
    }

    private static String pressed(String login, String identifier) {
        return Inline.mention(login) + " pressed *" + Buttons.label(identifier) + "*";
    }

    /** The check with the remark. What it shows stays, but for the end of a summary that leaves no room. */
    public static CheckRun on(CheckRun check, String remark) {
        if (remark.isEmpty()) {
            return check;
        }
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add(remark);
        blocks.add("---");
        if (!blocks.add(check.summary())) {
            blocks.add(Blocks.lines(check.summary().lines().toList(), blocks.room(), left -> "…"));
        }
        return check.saying(blocks.text(), check.text());
    }
}
