package dev.nanokit.engine.config.tree;

/**
 * The way to a value in the file.
 *
 * @param text as errors name it: {@code infra.instances[0].type}
 */
public record Path(String text) {
    public static final Path ROOT = new Path("");

    public Path key(String key) {
        return new Path(text.isEmpty() ? key : text + "." + key);
    }

    public Path item(int index) {
        return new Path(text + "[" + index + "]");
    }

    public boolean isRoot() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return isRoot() ? "the file" : text;
    }
}
