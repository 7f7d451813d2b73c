package dev.nanokit.provider.docker.engine;

import java.util.Optional;

/** References to images: {@code registry/name:tag}. */
public final class ImageReference {
    private ImageReference() {}

    /** The reference with the tag that is meant where it gives none. */
    public static String withTag(String reference) {
        boolean hasTag = reference.lastIndexOf(':') > reference.lastIndexOf('/');
        return hasTag || reference.contains("@") ? reference : reference + ":latest";
    }

    /** The registry that the reference names; empty for the engine's default one. */
    public static Optional<String> registry(String reference) {
        int slash = reference.indexOf('/');
        String first = slash < 0 ? "" : reference.substring(0, slash);
        boolean isHost = first.contains(".") || first.contains(":") || first.equals("localhost");
        return isHost ? Optional.of(first) : Optional.empty();
    }
}
