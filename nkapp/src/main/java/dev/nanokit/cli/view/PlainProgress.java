package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.stages.RunEvent;
import java.io.PrintStream;

/** One line for each thing that starts or ends: for logs. */
final class PlainProgress implements Progress {
    private final PrintStream out;
    private final RunLines lines;

    PlainProgress(PrintStream out, RunLines lines) {
        this.out = out;
        this.lines = lines;
    }

    @Override
    public synchronized void event(RunEvent event) {
        if (event instanceof RunEvent.ChangeStarted(Change change)) {
            print("… " + ChangeText.title(change) + "  " + Verb.of(change).doing() + "\n");
        } else {
            print(lines.of(event));
        }
    }

    @Override
    public synchronized void blocked(Blockade blockade) {
        print(lines.blocked(blockade));
    }

    @Override
    public synchronized void cancelling() {
        print(RunLines.CANCELLING);
    }

    private void print(String text) {
        out.print(text);
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
