package dev.nanokit.cli.doctor;

import dev.nanokit.cli.backend.Backend;
import dev.nanokit.cli.failure.Failures;
import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;
import dev.nanokit.cli.report.Failure;
import dev.nanokit.state.table.TableException;

/** Whether state can be written where it is kept: something is written, and taken away again. */
public final class StateCheck {
    private static final String SUBJECT = "state";

    private StateCheck() {}

    public static Finding look(Backend backend) {
        try {
            backend.tryState();
            return new Finding(SUBJECT, Verdict.GOOD, backend.stateLocation() + " can be read and written", "");
        } catch (TableException e) {
            Failure failure = Failures.of(e);
            return new Finding(SUBJECT, Verdict.BAD, failure.what(), String.join("\n", failure.fix()));
        }
    }
}
