package dev.nanokit.github.report.terminal;

/** Breaks text into lines at blanks. */
final class Wrap {
    private Wrap() {}

    /**
     * @param first before the first line
     * @param others before each further line
     * @param width most columns of a line, where its words allow it
     */
    static String words(String text, String first, String others, int width) {
        StringBuilder lines = new StringBuilder(first);
        int column = Ink.width(first);
        boolean begun = false;
        for (String word : text.split(" ", -1)) {
            int wide = Ink.width(word);
            if (begun && column + 1 + wide > width) {
                lines.append('\n').append(others).append(word);
                column = Ink.width(others) + wide;
            } else {
                lines.append(begun ? " " : "").append(word);
                column += wide + (begun ? 1 : 0);
            }
            begun = true;
        }
        return lines.toString();
    }
}
