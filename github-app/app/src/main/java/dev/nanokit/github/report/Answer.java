package dev.nanokit.github.report;

import dev.nanokit.github.command.Command;
import dev.nanokit.github.command.CommandText;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Folded;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.state.lock.HeldLock;
import java.time.Instant;
import java.util.List;

/**
 * The answer to one command.
 *
 * @param ok whether what was asked for was done; decides the reaction to the comment
 * @param markdown what became of it
 */
public record Answer(boolean ok, String markdown) {
    /** The check says what became of it. */
    public static Answer check(Command command, PostedCheck check) {
        String head = check.sign() + " " + Inline.code(CommandText.of(command)) + ": "
                + check.linked("**" + Inline.prose(check.run().title()) + "**");
        return new Answer(
                !check.failed(),
                head + "\n\n" + new Folded("Details", false).around(check.run().summary()));
    }

    /** @param reason Markdown of our own words, as {@link dev.nanokit.github.policy.Decision.Refused#reason} is */
    public static Answer refused(Command command, String reason) {
        return new Answer(false, "❌ " + Inline.code(CommandText.of(command)) + ": " + reason);
    }

    /** It went wrong for a reason that no check shows. */
    public static Answer failed(Command command, String message, String fix) {
        String advice = fix.isEmpty() ? "" : " **Fix:** " + Listing.sentence(fix);
        return refused(command, Listing.sentence(message) + advice);
    }

    public static Answer wrong(Command.Wrong wrong) {
        return new Answer(false, "❌ Not understood: " + wrong.message() + "\n\n" + HelpText.markdown());
    }

    public static Answer help() {
        return new Answer(true, HelpText.markdown());
    }

    public static Answer status(Command command, EnvironmentStatus status) {
        return new Answer(true, "✅ " + Inline.code(CommandText.of(command)) + "\n\n" + StatusText.markdown(status));
    }

    /** @param cleared what was cleared; empty when nothing was locked */
    public static Answer unlocked(Command command, String environment, List<HeldLock> cleared, Instant now) {
        Blocks blocks = new Blocks(Limits.COMMENT / 2);
        blocks.add("✅ " + Inline.code(CommandText.of(command)) + ": " + LockText.cleared(environment, cleared));
        blocks.add(LockText.table(cleared, now));
        blocks.add(cleared.isEmpty() ? "" : LockText.AFTERWARDS);
        return new Answer(true, blocks.text());
    }
}
