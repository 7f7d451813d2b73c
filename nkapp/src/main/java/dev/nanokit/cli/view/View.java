package dev.nanokit.cli.view;

import dev.nanokit.cli.report.DriftReport;
import dev.nanokit.cli.report.Examination;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.cli.report.LockReport;
import dev.nanokit.cli.report.NewFile;
import dev.nanokit.cli.report.RunReport;
import dev.nanokit.cli.report.StatusReport;
import dev.nanokit.cli.report.Validation;
import dev.nanokit.engine.plan.Plan;
import java.nio.file.Path;
import java.util.List;

/** Shows what a command has found or done: to people, or to programs. */
public sealed interface View permits HumanView, JsonView {
    /** Whether what is shown is meant for people, who can be asked. */
    boolean talksToPeople();

    void plan(Plan plan);

    /** The plan has been written to a file. */
    void saved(Path file);

    /** The plan that is about to be applied, shown before anybody agrees to it. */
    void preview(Plan plan);

    /**
     * Shows what goes on while a plan is applied.
     *
     * @param planToBeShown whether the plan has not been shown yet
     */
    Progress progress(boolean planToBeShown);

    void ended(RunReport report);

    void validated(Validation validation);

    void status(StatusReport report);

    void drift(List<DriftReport> reports);

    void locks(LockReport report);

    void unlocked(LockReport report);

    void examined(Examination examination);

    void written(NewFile file);

    void failed(Failure failure);
}
