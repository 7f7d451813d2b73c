package dev.nanokit.github.report;

import dev.nanokit.github.report.markdown.Blocks;
import dev.nanokit.github.report.markdown.Inline;
import dev.nanokit.state.lock.HeldLock;
import dev.nanokit.state.lock.Holder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Locks in comments: whose they are or were. */
final class LockText {
    static final String AFTERWARDS =
            "Whoever held it can write nothing more. What was half done is found and finished by the next apply.";

    /** Bytes. */
    private static final int LONGEST_TABLE = 8_000;

    private LockText() {}

    static String cleared(String environment, List<HeldLock> cleared) {
        return cleared.isEmpty()
                ? "nothing was locked in " + Inline.code(environment) + "."
                : "cleared " + (cleared.size() == 1 ? "one lock" : cleared.size() + " locks") + " in "
                        + Inline.code(environment) + ".";
    }

    /** Who holds, and who waits. Empty where nobody does. */
    static String table(List<HeldLock> locks, Instant now) {
        List<String> rows = locks.stream()
                .flatMap(lock -> Stream.concat(
                        lock.holders().stream().map(holder -> row(lock, holder, "", now)),
                        lock.waiting().stream().map(waiter -> row(lock, waiter, " (waits)", now))))
                .toList();
        return rows.isEmpty()
                ? ""
                : "| lock | held by | doing | since |\n|---|---|---|---|\n"
                        + Blocks.lines(rows, LONGEST_TABLE, left -> "| | … and " + left + " more | | |");
    }

    private static String row(HeldLock lock, Holder holder, String state, Instant now) {
        return "| " + Inline.prose(lock.scope()) + " | " + Inline.codeCell(holder.who()) + state + " | "
                + LockCheck.what(holder) + " | " + Times.since(holder.since(), now) + " |";
    }
}
