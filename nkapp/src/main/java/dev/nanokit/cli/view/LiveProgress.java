package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.terminal.Durations;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.stages.RunEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** What runs at this moment, redrawn in place below the lines of what has ended. Whoever makes it calls {@link #draw}. */
final class LiveProgress implements Progress {
    private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    private static final int MOST_LINES = 12;
    /** So that a long line is cut at the window's edge, and a line stays a line. */
    private static final String WRAP_OFF = "\u001b[?7l";

    private static final String WRAP_ON = "\u001b[?7h";
    private static final String ERASE_BELOW = "\u001b[J";

    private final PrintStream out;
    private final Style style;
    private final LongSupplier nanos;
    private final RunLines lines;
    private final Map<ResourceKey, Running> running = new LinkedHashMap<>();
    private String waiting = "";
    private int drawn;
    private int turn;
    private boolean closed;

    private record Running(Change change, long startedNanos, String line) {}

    LiveProgress(PrintStream out, Style style, RunLines lines, LongSupplier nanos) {
        this.out = out;
        this.style = style;
        this.nanos = nanos;
        this.lines = lines;
    }

    @Override
    public synchronized void event(RunEvent event) {
        note(event);
        show(lines.of(event));
    }

    private void note(RunEvent event) {
        switch (event) {
            case RunEvent.ChangeStarted(Change change) ->
                running.put(change.key(), new Running(change, nanos.getAsLong(), ""));
            case RunEvent.ChangeProgress(ResourceKey key, String line) ->
                running.computeIfPresent(key, (k, was) -> new Running(was.change(), was.startedNanos(), line));
            case RunEvent.ChangeDone done -> running.remove(done.change().key());
            case RunEvent.ChangeFailed failed -> running.remove(failed.change().key());
            case RunEvent.WaitingForLock wait -> waiting = "waiting for the lock  " + Durations.coarse(wait.waited());
            case RunEvent.WaitingForShared wait ->
                waiting = "waiting for the shared infrastructure  " + Durations.coarse(wait.waited());
            case RunEvent.LockAcquired ignored -> waiting = "";
            case RunEvent.Planned ignored -> waiting = "";
            case RunEvent.WaveStarted ignored -> waiting = "";
            case RunEvent.ChangeRetried ignored -> {}
        }
    }

    @Override
    public synchronized void blocked(Blockade blockade) {
        show(lines.blocked(blockade));
    }

    @Override
    public synchronized void cancelling() {
        show("\n" + RunLines.CANCELLING);
    }

    /** Redraws what runs, one turn of the spinner further. */
    synchronized void draw() {
        if (!closed) {
            turn++;
            show("");
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        running.clear();
        waiting = "";
        show("");
    }

    private void show(String lasting) {
        StringBuilder text = new StringBuilder();
        if (drawn > 0) {
            text.append("\r\u001b[").append(drawn).append('A').append(ERASE_BELOW);
        }
        text.append(lasting).append(WRAP_OFF);
        drawn = frame(text);
        out.print(text.append(WRAP_ON));
        out.flush();
    }

    private int frame(StringBuilder text) {
        String spin = style.blue(SPINNER.substring(turn % SPINNER.length(), turn % SPINNER.length() + 1));
        int count = 0;
        if (!waiting.isEmpty()) {
            text.append(spin).append(' ').append(waiting).append('\n');
            count++;
        }
        for (Running one : running.values()) {
            if (count == MOST_LINES) {
                text.append("  and ").append(running.size() - count).append(" more\n");
                return count + 1;
            }
            text.append(spin).append(' ').append(line(one)).append('\n');
            count++;
        }
        return count;
    }

    private String line(Running one) {
        Duration took = Duration.ofNanos(nanos.getAsLong() - one.startedNanos());
        String doing = one.line().isEmpty() ? Verb.of(one.change()).doing() : Printable.line(one.line());
        return ChangeText.title(one.change()) + "  " + doing + "  " + style.dim(Durations.coarse(took));
    }
}
