package dev.nanokit.engine.source;

/**
 * One thing that is wrong, or that the user should know, about a file.
 *
 * @param what what is wrong, naming the value
 * @param why the rule that it breaks; empty where {@code what} says it all
 * @param fix what to do, as an instruction
 */
public record Problem(Severity severity, Place place, String what, String why, String fix) {
    /** Whether a problem stops the work or only accompanies it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Problem error(Place place, String what, String why, String fix) {
        return new Problem(Severity.ERROR, place, what, why, fix);
    }

    public static Problem warning(Place place, String what, String why, String fix) {
        return new Problem(Severity.WARNING, place, what, why, fix);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
