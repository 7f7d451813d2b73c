package dev.nanokit.cli.terminal;

/** Text from elsewhere (files, other users, providers) made fit for a terminal: it can move no cursor. */
public final class Printable {
    private Printable() {}

    /** The text in one line, with control characters in the form of escapes. */
    public static String line(String text) {
        if (text.codePoints().noneMatch(Printable::isControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(c -> append(line, c));
        return line.toString();
    }

    /** As {@link #line}, cut to so many characters. */
    public static String line(String text, int most) {
        String line = line(text);
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    private static void append(StringBuilder line, int c) {
        switch (c) {
            case '\n' -> line.append("\\n");
            case '\t' -> line.append("\\t");
            case '\r' -> line.append("\\r");
            default -> {
                if (isControl(c)) {
                    line.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
                } else {
                    line.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean isControl(int c) {
        return Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    }
}
