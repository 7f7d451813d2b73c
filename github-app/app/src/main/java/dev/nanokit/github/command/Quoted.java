package dev.nanokit.github.command;

/** A word of a comment as an answer may repeat it: short, in code, and in plain characters. */
final class Quoted {
    private static final int LONGEST = 40;

    private Quoted() {}

    /** In backticks, cut, each character but plain ASCII as an escape: it is code in Markdown, whatever it was. */
    static String word(String word) {
        StringBuilder quoted = new StringBuilder("`");
        word.codePoints().limit(LONGEST).forEach(c -> append(quoted, c));
        return quoted.append(word.codePointCount(0, word.length()) > LONGEST ? "…`" : "`")
                .toString();
    }

    private static void append(StringBuilder quoted, int c) {
        if (c < ' ' || c > '~') {
            quoted.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
            quoted.append(c == '`' ? '\'' : (char) c);
        }
    }
}
