package dev.nanokit.github.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Finds the lines of a comment that are prose and begin with {@code /nanokit}. What GitHub shows as code, as a quote, or
 * not at all (an HTML comment) is no prose, by the rules of CommonMark: so no command hides, and no example runs.
 *
 * <p>Walks the tree without recursion, since a comment can nest emphasis as deeply as it is long.
 */
final class CommentLines {
    private static final int DEEPEST_BLOCKS = 100;
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .build();

    private final String comment;

    private CommentLines(String comment) {
        this.comment = comment;
    }

    /** The command lines from their {@code /} on, in order. */
    static List<String> of(String comment) {
        return new CommentLines(comment).in(PARSER.parse(comment));
    }

    private List<String> in(Node document) {
        List<String> lines = new ArrayList<>();
        Deque<Node> open = new ArrayDeque<>();
        open.push(document);
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node instanceof Text text) {
                text.getSourceSpans().stream().filter(this::beginsCommand).forEach(span -> lines.add(rest(span)));
            } else if (mayHoldProse(node)) {
                pushChildren(node, open);
            }
        }
        return lines;
    }

    /** An image's text is not shown, and a quote is what somebody else said. */
    private static boolean mayHoldProse(Node node) {
        return !(node instanceof BlockQuote || node instanceof Image);
    }

    private static void pushChildren(Node node, Deque<Node> open) {
        for (Node child = node.getLastChild(); child != null; child = child.getPrevious()) {
            open.push(child);
        }
    }

    private boolean beginsCommand(SourceSpan text) {
        int at = text.getInputIndex();
        int end = at + CommandText.NAME.length();
        return namedAt(at) && (end == comment.length() || endsName(comment.charAt(end))) && blankBefore(at);
    }

    private boolean namedAt(int at) {
        if (at + CommandText.NAME.length() > comment.length()) {
            return false;
        }
        for (int i = 0; i < CommandText.NAME.length(); i++) {
            if (asciiLower(comment.charAt(at + i)) != CommandText.NAME.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Phones write the first letter of a line large. Only ASCII letters count: other scripts have look-alikes. */
    private static char asciiLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static boolean endsName(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private boolean blankBefore(int at) {
        for (int i = at - 1; i >= 0 && !isLineEnd(comment.charAt(i)); i--) {
            if (comment.charAt(i) != ' ' && comment.charAt(i) != '\t') {
                return false;
            }
        }
        return true;
    }

    private String rest(SourceSpan text) {
        int end = text.getInputIndex();
        while (end < comment.length() && !isLineEnd(comment.charAt(end))) {
            end++;
        }
        return comment.substring(text.getInputIndex(), end);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
