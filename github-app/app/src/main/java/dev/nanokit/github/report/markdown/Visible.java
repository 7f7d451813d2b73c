package dev.nanokit.github.report.markdown;

/** Makes every character show: what has no shape of its own (controls, directions, joiners) becomes an escape. */
public final class Visible {
    private Visible() {}

    /** In one line: line ends are escapes too. */
    public static String line(String text) {
        return escaped(text, false);
    }

    /** Line ends and tabs stay. */
    public static String lines(String text) {
        return escaped(text.replace("\r\n", "\n"), true);
    }

    /** The first characters in one line, with a note how many were left out. */
    public static String line(String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length <= most) {
            return line(text);
        }
        return line(text.substring(0, text.offsetByCodePoints(0, most))) + "… (" + (length - most)
                + " characters more)";
    }

    /** The text as it is, or its beginning and {@code …}, in at most so many bytes of UTF-8. */
    public static String cut(String text, int bytes) {
        if (Blocks.bytes(text) <= bytes) {
            return text;
        }
        int room = bytes - Blocks.bytes("…");
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            room -= Blocks.bytes(Character.toString(c));
            if (room < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end) + "…";
    }

    private static String escaped(String text, boolean keepLines) {
        StringBuilder visible = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (keepLines && (c == '\n' || c == '\t')) {
                visible.append((char) c);
            } else {
                append(visible, c);
            }
        });
        return visible.toString();
    }

    private static void append(StringBuilder visible, int c) {
        switch (c) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                if (shows(c)) {
                    visible.appendCodePoint(c);
                } else {
                    visible.append("\\u{").append(Integer.toHexString(c)).append('}');
                }
            }
        }
    }

    private static boolean shows(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> c == ' ';
            default -> true;
        };
    }
}
