package dev.nanokit.cli.doctor;

import dev.nanokit.cli.report.Examination.Finding;
import dev.nanokit.cli.report.Examination.Verdict;

/** On which Java nkapp runs. That it is new enough is shown by its running. */
public final class JavaCheck {
    private JavaCheck() {}

    public static Finding look() {
        return new Finding("java", Verdict.GOOD, Runtime.version() + " in " + System.getProperty("java.home"), "");
    }
}
