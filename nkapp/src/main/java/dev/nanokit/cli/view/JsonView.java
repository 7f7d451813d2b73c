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
import dev.nanokit.engine.plan.PlanJson;
import dev.nanokit.engine.value.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * For programs: one JSON object on standard output and nothing else, whether the command succeeds or fails. What goes on
 * meanwhile is told on standard error.
 */
public final class JsonView implements View {
    private final Terminal terminal;

    public JsonView(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public boolean talksToPeople() {
        return false;
    }

    @Override
    public void plan(Plan plan) {
        print(PlanJson.writePretty(plan));
    }

    @Override
    public void saved(Path file) {
        terminal.err().println("Saved to " + file);
        terminal.err().flush();
    }

    /** Nothing: the plan is part of what the run's result says. */
    @Override
    public void preview(Plan plan) {}

    @Override
    public Progress progress(boolean planToBeShown) {
        return new PlainProgress(terminal.err(), new RunLines(Style.PLAIN, planToBeShown));
    }

    @Override
    public void ended(RunReport report) {
        print(out -> new RunJson(out).write(report));
    }

    @Override
    public void validated(Validation validation) {
        print(out -> ValidationJson.write(validation, out));
    }

    @Override
    public void status(StatusReport report) {
        print(out -> new StatusJson(out).write(report));
    }

    @Override
    public void drift(List<DriftReport> reports) {
        print(out -> DriftJson.write(reports, out));
    }

    @Override
    public void locks(LockReport report) {
        print(out -> new LockJson(out).write("locks", report));
    }

    @Override
    public void unlocked(LockReport report) {
        print(out -> new LockJson(out).write("cleared", report));
    }

    @Override
    public void examined(Examination examination) {
        print(out -> ExaminationJson.write(examination, out));
    }

    @Override
    public void written(NewFile file) {
        print(out -> {
            out.writeStartObject();
            out.writeStringProperty("file", file.file().toString());
            out.writeArrayPropertyStart("seen");
            file.seen().forEach(out::writeString);
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    @Override
    public void failed(Failure failure) {
        print(out -> {
            out.writeStartObject();
            FailureJson.write(failure, out);
            out.writeEndObject();
        });
    }

    private void print(Consumer<JsonGenerator> content) {
        print(JsonText.pretty(content));
    }

    private void print(String json) {
        terminal.out().print(json);
        terminal.out().print('\n');
        terminal.out().flush();
    }
}
