package dev.nanokit.github.flow;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of runs: each holds that of the work that asked for it. */
public final class WorkOfRun {
    private static final Pattern RUN = Pattern.compile("(.+)-[0-9a-f]{12}-[0-9]+");

    private WorkOfRun() {}

    /** @throws IllegalArgumentException when no work has asked for a run of that name */
    public static String of(String run) {
        Matcher matcher = RUN.matcher(run);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + run + "' is no run that the GitHub App has asked for");
        }
        return matcher.group(1);
    }
}
