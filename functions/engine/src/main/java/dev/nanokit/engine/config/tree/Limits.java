package dev.nanokit.engine.config.tree;

/**
 * Bounds on a file, so that none can exhaust the machine that reads it.
 *
 * @param characters length of the text
 * @param depth how deep values may be nested
 * @param aliases how often anchors may be used
 * @param values how many values there may be, those behind an alias counted each time it is used
 */
public record Limits(int characters, int depth, int aliases, int values) {
    public static final Limits STANDARD = new Limits(2 * 1024 * 1024, 40, 1_000, 250_000);
}
