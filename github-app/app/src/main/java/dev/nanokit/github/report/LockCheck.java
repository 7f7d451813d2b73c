package dev.nanokit.github.report;

import dev.nanokit.github.api.CheckRun.Status;
import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import java.time.Instant;
import java.util.List;

/** The checks of what waits for others. */
final class LockCheck {
    /** Bytes. */
    private static final int LONGEST_TABLE = 20_000;

    private LockCheck() {}

    static CheckContent waiting(Acquisition.Blocked by, Instant now, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add("**" + PlanCheck.BEING_INITIALIZED + "**");
        blocks.add(holders(by, now));
        blocks.add("This goes on by itself as soon as the lock is free" + place(by.position()) + ".");
        blocks.add(clearing(subject));
        return CheckContent.open(
                Status.QUEUED,
                PlanCheck.BEING_INITIALIZED + " · " + subject.environment(),
                blocks.text(),
                Buttons.UNLOCK);
    }

    static CheckContent waitingForShared(String why, CheckSubject subject) {
        Blocks blocks = new Blocks(Limits.CHECK_TEXT);
        blocks.add("**" + PlanCheck.BEING_INITIALIZED + "**");
        blocks.add(
                why.startsWith(PlanCheck.BEING_INITIALIZED)
                        ? Listing.sentence(why.substring(PlanCheck.BEING_INITIALIZED.length())
                                .strip())
                        : Listing.sentence(why));
        blocks.add("This goes on by itself as soon as the component that owns the infrastructure has been applied.");
        return CheckContent.open(
                Status.QUEUED, PlanCheck.BEING_INITIALIZED + " · " + subject.environment(), blocks.text());
    }

    /** Who, what, since when, and how long at most. */
    static String holders(Acquisition.Blocked by, Instant now) {
        List<String> rows =
                by.holders().stream().map(holder -> row(holder, now)).toList();
        return "| held by | doing | since |\n|---|---|---|\n"
                + Blocks.lines(rows, LONGEST_TABLE, left -> "| … and " + left + " more | | |")
                + "\n\nThe lock (" + Inline.prose(by.scope()) + ") can be taken over in at most "
                + Times.span(by.remaining()) + ", should its holder have died.";
    }

    private static String row(Holder holder, Instant now) {
        return "| " + Inline.codeCell(holder.who()) + " | " + what(holder) + " | " + Times.since(holder.since(), now)
                + " |";
    }

    /** What a holder does, with the link to it where there is one. */
    static String what(Holder holder) {
        return Inline.link(Inline.prose(holder.what()), holder.link());
    }

    private static String place(int position) {
        return position <= 1 ? ": it is next" : "; it is number " + position + " in the queue";
    }

    private static String clearing(CheckSubject subject) {
        return "**If the holder is stuck,** press *Unlock*, or comment " + Inline.code(subject.command("unlock"))
                + ". Whoever holds the lock then can write nothing more, so this is safe; what was half done is found"
                + " and finished by the next apply.";
    }
}
