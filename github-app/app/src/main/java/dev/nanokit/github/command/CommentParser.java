package dev.nanokit.github.command;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the commands of a comment: the lines that begin with {@code /nanokit} and are neither code nor quoted. A line is
 * split at blanks; quotes, backslashes, {@code $} and {@code @} mean nothing.
 */
public final class CommentParser {
    /** So many commands of a comment are heard; one more gets an answer, and the others get none. */
    public static final int MOST_COMMANDS = 10;

    /** GitHub takes comments of 65,536 characters, each of which may be two of Java's. */
    static final int LONGEST_COMMENT = 2 * 65_536;

    private CommentParser() {}

    /** The commands in the order in which they stand; empty when the comment is just talk. */
    public static List<Command> parse(String body) {
        if (body.length() > LONGEST_COMMENT) {
            return List.of();
        }
        List<Command> commands = new ArrayList<>();
        for (String line : CommentLines.of(body)) {
            if (commands.size() == MOST_COMMANDS) {
                commands.add(new Command.Wrong("one comment can hold " + MOST_COMMANDS
                        + " commands; those after the first " + MOST_COMMANDS + " were not run. Give them in another"
                        + " comment."));
                break;
            }
            commands.add(CommandLineReader.read(line));
        }
        return List.copyOf(commands);
    }
}
