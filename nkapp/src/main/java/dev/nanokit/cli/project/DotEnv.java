package dev.nanokit.cli.project;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code .env}: one {@code NAME=value} a line. {@code export} may stand before the name; a value may stand in
 * single quotes (taken as it is) or double quotes (with {@code \n}, {@code \t}, {@code \"}, {@code \\} and over several
 * lines); what follows {@code #} after a space is a comment. Nothing is expanded.
 */
final class DotEnv {
    private static final Pattern NAME = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.-]*)\\s*=\\s*");

    private final String file;
    private final String text;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private int at;

    private DotEnv(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * @param file the file's name, for messages
     * @throws InvalidConfigException naming each bad line, never what it holds
     */
    static Map<String, String> parse(String file, String text) {
        DotEnv parser = new DotEnv(file, text.startsWith("\uFEFF") ? text.substring(1) : text);
        parser.run();
        if (!parser.problems.isEmpty()) {
            throw new InvalidConfigException(parser.problems);
        }
        return parser.values;
    }

    private void run() {
        while (skipBlank()) {
            if (text.charAt(at) == '#') {
                skipLine();
            } else {
                assignment();
            }
        }
    }

    private void assignment() {
        Matcher name = NAME.matcher(text).region(at, lineEnd());
        if (!name.lookingAt()) {
            problem("this line is not NAME=value", "write NAME=value, or put # before a comment");
            skipLine();
            return;
        }
        int from = at;
        at = name.end();
        String value = value();
        if (value == null) {
            at = from;
            problem("the quote that opens the value of " + name.group(1) + " is never closed", "close the quote");
            at = text.length();
            return;
        }
        values.put(name.group(1), value);
        skipLine();
    }

    private String value() {
        if (at < text.length() && text.charAt(at) == '\'') {
            int close = text.indexOf('\'', at + 1);
            return close < 0 ? null : taken(text.substring(at + 1, close), close + 1);
        }
        return at < text.length() && text.charAt(at) == '"' ? doubleQuoted() : bare();
    }

    private String doubleQuoted() {
        StringBuilder value = new StringBuilder();
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                return taken(value.toString(), i + 1);
            }
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                value.append(unescape(text.charAt(i)));
            } else {
                value.append(c);
            }
        }
        return null;
    }

    private static String unescape(char c) {
        return switch (c) {
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case '"', '\\', '$' -> String.valueOf(c);
            default -> "\\" + c;
        };
    }

    private String bare() {
        String rest = text.substring(at, lineEnd());
        for (int i = 0; i < rest.length(); i++) {
            if (rest.charAt(i) == '#' && (i == 0 || Character.isWhitespace(rest.charAt(i - 1)))) {
                return rest.substring(0, i).strip();
            }
        }
        return rest.strip();
    }

    private String taken(String value, int end) {
        at = end;
        return value;
    }

    private void problem(String what, String fix) {
        int line =
                1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        problems.add(Problem.error(new Place(file, line, 1), what, "", fix));
    }

    private boolean skipBlank() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length();
    }

    private int lineEnd() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private void skipLine() {
        at = lineEnd();
    }
}
