package dev.nanokit.github.report.terminal;

/**
 * Text with colours, or without.
 *
 * @param colour whether the reader's terminal shows colours
 */
record Ink(boolean colour) {
    private static final char ESCAPE = '\u001b';

    String bold(String text) {
        return in("1", text);
    }

    String soft(String text) {
        return in("2", text);
    }

    String green(String text) {
        return in("32", text);
    }

    String red(String text) {
        return in("31", text);
    }

    String yellow(String text) {
        return in("33", text);
    }

    String blue(String text) {
        return in("34", text);
    }

    String cyan(String text) {
        return in("36", text);
    }

    private String in(String code, String text) {
        return colour && !text.isEmpty() ? ESCAPE + "[" + code + "m" + text + ESCAPE + "[0m" : text;
    }

    /** How many columns the text takes: escapes none, wide characters two. */
    static int width(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (c == ESCAPE) {
                i = text.indexOf('m', i);
                if (i < 0) {
                    return width;
                }
                c = 'm';
                width--;
            }
            width += columns(c);
        }
        return width;
    }

    private static int columns(int c) {
        if (c == 0x2060 || c == 0xfe0f || c == 0x200d) {
            return 0;
        }
        boolean wide = Character.isEmojiPresentation(c) || (c >= 0x1100 && Character.isIdeographic(c));
        return wide ? 2 : 1;
    }
}
