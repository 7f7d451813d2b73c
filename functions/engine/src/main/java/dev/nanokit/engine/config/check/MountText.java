package dev.nanokit.engine.config.check;

/** A mount as it is written: {@code source:target}, with {@code :ro} after it where it is only read. */
public record MountText(String source, String target, boolean readOnly) {
    /** @param text in the form that the vocabulary asks for */
    public static MountText parse(String text) {
        String[] parts = text.split(":", -1);
        return new MountText(parts[0], parts[1], parts.length > 2 && parts[2].equals("ro"));
    }

    /** Whether the source is a path on the host, not the name of a volume. */
    boolean isHostPath() {
        return source.startsWith("/") || source.startsWith("./") || source.startsWith("../");
    }
}
