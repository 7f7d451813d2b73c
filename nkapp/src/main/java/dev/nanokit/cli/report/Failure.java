package dev.nanokit.cli.report;

import dev.nanokit.cli.ExitStatus;
import dev.nanokit.engine.source.Problem;
import java.util.List;

/**
 * Why a command did not do what it was asked to.
 *
 * @param code one word for programs: {@code invalid-file}, {@code provider}
 * @param what what went wrong
 * @param why the rule or the circumstance behind it; empty where {@code what} says it all
 * @param fix what to do, each as an instruction
 * @param problems what is wrong with the file, each with its place
 */
public record Failure(
        ExitStatus status, String code, String what, String why, List<String> fix, List<Problem> problems) {
    public Failure {
        fix = List.copyOf(fix);
        problems = List.copyOf(problems);
    }

    /** The command line asks for what can't be. */
    public static Failure usage(String what, String why, String... fix) {
        return new Failure(ExitStatus.USAGE, "usage", what, why, List.of(fix), List.of());
    }

    public static Failure failed(String code, String what, String why, String... fix) {
        return new Failure(ExitStatus.FAILED, code, what, why, List.of(fix), List.of());
    }
}
