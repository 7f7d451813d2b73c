package dev.nanokit.cli.view;

import dev.nanokit.cli.report.Blockade;
import dev.nanokit.cli.terminal.Durations;
import dev.nanokit.cli.terminal.Printable;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.state.lock.Holder;
import java.time.Duration;
import java.util.List;

/** The lines that a run leaves behind, whether or not somebody looks on. */
final class RunLines {
    static final String CANCELLING =
            "Cancelling: what is under way is finished first. Press Ctrl-C again to stop at once.\n";

    private final Style style;
    private final boolean planToBeShown;
    private List<Holder> holdersShown = List.of();
    private int positionShown;
    private String sharedShown = "";

    /** @param planToBeShown whether the plan has not been shown yet */
    RunLines(Style style, boolean planToBeShown) {
        this.style = style;
        this.planToBeShown = planToBeShown;
    }

    /** The event's lasting lines; empty for what only matters while it goes on. */
    String of(RunEvent event) {
        return switch (event) {
            case RunEvent.LockAcquired acquired -> takenOver(acquired);
            case RunEvent.WaitingForLock ignored -> "";
            case RunEvent.WaitingForShared waiting -> shared(waiting.why());
            case RunEvent.Planned planned -> planToBeShown ? new PlanText(style).of(planned.plan()) + "\n" : "";
            case RunEvent.WaveStarted ignored -> "";
            case RunEvent.ChangeStarted ignored -> "";
            case RunEvent.ChangeProgress ignored -> "";
            case RunEvent.ChangeDone done ->
                ended(style.green("✓ "), done.change(), Verb.of(done.change()).done(), done.took());
            case RunEvent.ChangeFailed failed ->
                ended(style.red("✗ "), failed.change(), Printable.line(failed.message()), failed.took());
            case RunEvent.ChangeRetried retried ->
                style.yellow("! ") + ChangeText.title(retried.change()) + "  tried again in "
                        + Durations.fine(retried.after()) + ": " + Printable.line(retried.message()) + "\n";
        };
    }

    /** Who is waited for: said once, and again when it is somebody else or the queue has moved. */
    String blocked(Blockade blockade) {
        if (blockade.by().holders().equals(holdersShown) && blockade.by().position() == positionShown) {
            return "";
        }
        holdersShown = blockade.by().holders();
        positionShown = blockade.by().position();
        return new LockText(style).blocked(blockade);
    }

    private String shared(String why) {
        if (why.equals(sharedShown)) {
            return "";
        }
        sharedShown = why;
        return style.yellow(LockText.BEING_INITIALIZED) + "\n  " + Printable.line(why) + "\n";
    }

    private String takenOver(RunEvent.LockAcquired acquired) {
        Holder former = acquired.grant().takenOverFrom();
        return former == null
                ? ""
                : style.yellow("! ") + "Took the lock over from " + LockText.holder(former)
                        + ", whose lease had run out.\n";
    }

    private static String ended(String sign, Change change, String how, Duration took) {
        return sign + ChangeText.title(change) + "  " + how + "  " + Durations.fine(took) + "\n";
    }
}
