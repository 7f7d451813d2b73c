package dev.nanokit.github.report.markdown;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Blocks of Markdown, one below the other, as long as they fit: a block is there whole or not at all. GitHub counts the
 * bytes of UTF-8, though its documentation speaks of characters.
 */
public final class Blocks {
    private static final String BETWEEN = "\n\n";

    private final int limit;
    private final List<String> blocks = new ArrayList<>();
    private int size;

    /** @param limit most bytes */
    public Blocks(int limit) {
        this.limit = limit;
    }

    /** Adds the block if it fits, and says whether it did. An empty block is nothing, and fits. */
    public boolean add(String block) {
        if (block.isEmpty()) {
            return true;
        }
        int more = bytes(block) + (blocks.isEmpty() ? 0 : BETWEEN.length());
        if (size + more > limit) {
            return false;
        }
        blocks.add(block);
        size += more;
        return true;
    }

    /** How many bytes a further block may have. */
    public int room() {
        return Math.max(0, limit - size - (blocks.isEmpty() ? 0 : BETWEEN.length()));
    }

    public String text() {
        return String.join(BETWEEN, blocks);
    }

    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * As many of the lines as fit, and in place of the others a note.
     *
     * @param note what to say of so many lines that were left out
     */
    public static String lines(List<String> lines, int limit, IntFunction<String> note) {
        StringBuilder text = new StringBuilder();
        int size = 0;
        int reserve = bytes(note.apply(lines.size())) + 1;
        for (int i = 0; i < lines.size(); i++) {
            int more = bytes(lines.get(i)) + 1;
            boolean last = i == lines.size() - 1;
            if (size + more + (last ? 0 : reserve) > limit) {
                String left = note.apply(lines.size() - i);
                return size + bytes(left) > limit ? text.toString().stripTrailing() : text + left;
            }
            text.append(lines.get(i)).append(last ? "" : "\n");
            size += more;
        }
        return text.toString();
    }
}
