package dev.nanokit.github.report;

/**
 * How much of a plan is shown.
 *
 * @param text bytes of all changes together
 * @param diff bytes of one change's fields
 * @param lines of one field's value
 * @param line characters of one line
 * @param items of a list
 */
record Detail(int text, int diff, int lines, int line, int items) {
    /** On a check: one resource can't push out all others. */
    static final Detail CHECK = new Detail(Limits.CHECK_TEXT, Limits.CHECK_TEXT / 10, 30, 300, 20);

    /** On a page: all, unless it would be too much for a browser. */
    static final Detail WHOLE = new Detail(32 << 20, 4 << 20, 10_000, 10_000, 10_000);
}
