package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.tree.Node;

/** What stands in the file, in words. */
final class Found {
    private static final int SHOWN = 40;

    private Found() {}

    /** @param secret whether the text itself must not appear */
    static String describe(Node node, boolean secret) {
        return switch (node) {
            case Node.Mapping mapping -> "a block of keys";
            case Node.Sequence sequence -> "a list";
            case Node.Opaque opaque -> "something unreadable";
            case Node.Scalar scalar when scalar.isNull() -> "nothing";
            case Node.Scalar scalar when secret -> "plain text";
            case Node.Scalar scalar
            when scalar.origin().isPresent() ->
                "the value of '" + cut(scalar.origin().get()) + "'";
            case Node.Scalar scalar -> described(scalar);
        };
    }

    private static String described(Node.Scalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> scalar.text().isEmpty() ? "an empty text" : "the text '" + cut(scalar.text()) + "'";
            case BOOLEAN -> "the boolean " + scalar.text();
            case INTEGER, DECIMAL -> "the number " + cut(scalar.text());
            case NULL -> "nothing";
        };
    }

    /** The text on one line, cut where it is long. */
    static String cut(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > SHOWN || !line.equals(text)
                ? line.substring(0, Math.min(SHOWN, line.length())) + "…"
                : line;
    }
}
