package dev.nanokit.engine.resource;

/**
 * Names a resource inside its component.
 *
 * @param type the provider's kind of thing: {@code network}, {@code container}
 * @param name the name in the file, with a replica's number: {@code web-2}
 */
public record ResourceKey(String type, String name) implements Comparable<ResourceKey> {
    /** @throws IllegalArgumentException when the text is not {@code type/name} */
    public static ResourceKey parse(String text) {
        int slash = text.indexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not a resource key; expected type/name");
        }
        return new ResourceKey(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(ResourceKey other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return type + "/" + name;
    }
}
