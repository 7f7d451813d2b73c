package dev.nanokit.cli.view;

import dev.nanokit.cli.report.DriftReport;
import dev.nanokit.cli.report.Examination;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.LockReport;
import dev.nanokit.cli.report.NewFile;
import dev.nanokit.cli.report.RunReport;
import dev.nanokit.cli.report.StatusReport;
import dev.nanokit.cli.report.Validation;
import dev.nanokit.cli.terminal.Style;
import dev.nanokit.cli.terminal.Terminal;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.stages.ApplyResult;
import java.nio.file.Path;
import java.util.List;

/** For people: text, with colours where they can be shown. Failures go to standard error. */
public final class HumanView implements View {
    private final Terminal terminal;
    private final Style style;
    private final boolean live;

    /** @param live whether lines may be redrawn in place */
    public HumanView(Terminal terminal, Style style, boolean live) {
        this.terminal = terminal;
        this.style = style;
        this.live = live;
    }

    @Override
    public boolean talksToPeople() {
        return true;
    }

    @Override
    public void plan(Plan plan) {
        print(new PlanText(style).of(plan));
    }

    @Override
    public void saved(Path file) {
        print("Saved to " + file + ". To apply exactly this plan: " + style.bold("nkapp up --plan " + file) + "\n");
    }

    @Override
    public void preview(Plan plan) {
        plan(plan);
    }

    @Override
    public Progress progress(boolean planToBeShown) {
        RunLines lines = new RunLines(style, planToBeShown);
        return live
                ? new Ticker(new LiveProgress(terminal.out(), style, lines, System::nanoTime))
                : new PlainProgress(terminal.out(), lines);
    }

    @Override
    public void ended(RunReport report) {
        boolean begun = !(report.ending() instanceof ApplyResult.Blocked);
        print((begun ? "\n" : "") + new RunText(style).of(report));
    }

    @Override
    public void validated(Validation validation) {
        print(new ValidationText(style).of(validation));
    }

    @Override
    public void status(StatusReport report) {
        print(new StatusText(style).of(report));
    }

    @Override
    public void drift(List<DriftReport> reports) {
        print(new DriftText(style).of(reports));
    }

    @Override
    public void locks(LockReport report) {
        print(new LockText(style).held(report));
    }

    @Override
    public void unlocked(LockReport report) {
        print(new LockText(style).cleared(report));
    }

    @Override
    public void examined(Examination examination) {
        print(new ExaminationText(style).of(examination));
    }

    @Override
    public void written(NewFile written) {
        StringBuilder text = new StringBuilder();
        written.seen()
                .forEach(seen -> text.append(style.green("✓ ")).append(seen).append('\n'));
        text.append(style.green("✓ ")).append("Wrote ").append(written.file()).append(".\n");
        text.append("  Look it over, then: ").append(style.bold("nkapp plan")).append('\n');
        print(text.toString());
    }

    @Override
    public void failed(Failure failure) {
        terminal.out().flush();
        terminal.err().print(new FailureText(style).of(failure));
        terminal.err().flush();
    }

    private void print(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }
}
