package dev.nanokit.engine.source;

/**
 * Where a value stands in a file, as editors count: line and column begin at 1.
 *
 * @param file the file's name as the user gave it
 */
public record Place(String file, int line, int column) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
