package dev.nanokit.github.report.markdown;

/** Blocks of code. */
public final class Fence {
    private static final int SHORTEST = 3;

    private Fence() {}

    /**
     * A fence that no line of its content can end.
     *
     * @param content lines without an end after the last; made visible by the caller
     */
    public static String of(String language, String content) {
        String ticks = "`".repeat(Math.max(SHORTEST, longestRun(content, '`') + 1));
        return ticks + language + "\n" + content + "\n" + ticks;
    }

    static int longestRun(String text, char of) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == of ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }
}
