package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.report.LockReport;
import dev.nanokit.cli.terminal.Durations;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Locks: who holds them, since when, and who stands in whose way. */
final class LockText {
    /** What a run that has to wait says, word for word. */
    static final String BEING_INITIALIZED = "Shared modules are being initialized…";

    private final Style style;

    LockText(Style style) {
        this.style = style;
    }

    String blocked(Blockade blockade) {
        StringBuilder text = new StringBuilder(style.yellow(BEING_INITIALIZED)).append('\n');
        blockade.by().holders().forEach(holder -> field("held by", holder(holder), text));
        blockade.by().holders().stream()
                .map(Holder::since)
                .min(Instant::compareTo)
                .ifPresent(since -> field("since", since(since, blockade.now()), text));
        field("lock", Printable.line(blockade.by().scope()), text);
        field("at most", longest(blockade), text);
        field("queue", position(blockade.by().position()), text);
        field("to clear", style.bold(blockade.unlock()), text);
        return text.toString();
    }

    private static String longest(Blockade blockade) {
        return Durations.coarse(blockade.by().remaining()) + " more, if the holder has died";
    }

    private static String position(int position) {
        return position <= 1 ? "this run is next" : "this run is number " + position;
    }

    String held(LockReport report) {
        if (report.locks().isEmpty()) {
            return "Nobody holds or waits for a lock of " + report.project() + " in " + report.environment() + ".\n";
        }
        StringBuilder text = new StringBuilder(
                        style.bold("Locks of " + report.project() + " in " + report.environment()))
                .append('\n');
        report.locks().forEach(lock -> lock(lock, report.now(), text));
        return text.toString();
    }

    String cleared(LockReport report) {
        if (report.locks().isEmpty()) {
            return "Nothing was locked: no lock of " + report.project() + " in " + report.environment()
                    + " was held.\n";
        }
        StringBuilder text = new StringBuilder();
        for (HeldLock lock : report.locks()) {
            for (Holder holder : lock.holders()) {
                text.append(style.green("✓ "))
                        .append("Cleared the lock on ")
                        .append(Printable.line(lock.scope()))
                        .append(", held by ")
                        .append(holder(holder))
                        .append(" since ")
                        .append(since(holder.since(), report.now()))
                        .append(".\n");
            }
        }
        return text.append("  Whoever held it can write nothing more; the next nkapp up goes on.\n")
                .toString();
    }

    /** Each lock and its queue. */
    void lock(HeldLock lock, Instant now, StringBuilder text) {
        text.append("  ")
                .append(Printable.line(lock.scope()))
                .append(style.dim(lock.exclusive() ? " · one writer" : " · readers"))
                .append(style.dim(" · token " + lock.token()))
                .append('\n');
        people("held by", lock.holders(), now, text);
        people("waiting", lock.waiting(), now, text);
    }

    private void people(String label, List<Holder> people, Instant now, StringBuilder text) {
        for (Holder holder : people) {
            text.append("    ")
                    .append(style.dim(label + "  "))
                    .append(holder(holder))
                    .append(", since ")
                    .append(since(holder.since(), now))
                    .append('\n');
        }
    }

    static String holder(Holder holder) {
        String who = Printable.line(holder.who()) + ", " + Printable.line(holder.what());
        return holder.link().isEmpty() ? who : who + " " + Printable.line(holder.link());
    }

    static String since(Instant since, Instant now) {
        return since.truncatedTo(ChronoUnit.SECONDS) + " (" + Durations.coarse(Duration.between(since, now)) + " ago)";
    }

    private void field(String label, String content, StringBuilder text) {
        text.append("  ")
                .append(style.dim(label))
                .append(" ".repeat(10 - label.length()))
                .append(content)
                .append('\n');
    }
}
