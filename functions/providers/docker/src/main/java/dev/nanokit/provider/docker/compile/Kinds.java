package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.resource.ResourceKey;

/** The kinds of things this provider makes. */
public final class Kinds {
    public static final String NETWORK = "network";
    public static final String VOLUME = "volume";
    public static final String IMAGE = "image";
    public static final String CONTAINER = "container";

    private Kinds() {}

    static ResourceKey network(String name) {
        return new ResourceKey(NETWORK, name);
    }

    static ResourceKey volume(String name) {
        return new ResourceKey(VOLUME, name);
    }

    static ResourceKey image(String name) {
        return new ResourceKey(IMAGE, name);
    }

    static ResourceKey container(String name) {
        return new ResourceKey(CONTAINER, name);
    }
}
