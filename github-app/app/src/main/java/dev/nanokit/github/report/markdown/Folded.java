package dev.nanokit.github.report.markdown;

/**
 * A section that GitHub shows folded, or open, under its heading.
 *
 * @param heading HTML, not Markdown: our own words, and nothing that others wrote
 */
public record Folded(String heading, boolean open) {
    private static final String END = "</details>";

    private String begin() {
        return (open ? "<details open>" : "<details>") + "\n<summary>" + heading + "</summary>";
    }

    /** @param markdown whole blocks */
    public String around(String markdown) {
        return begin() + "\n\n" + markdown + "\n\n" + END;
    }

    /** How many bytes it takes beside its content. */
    public int bytes() {
        return Blocks.bytes(around(""));
    }
}
