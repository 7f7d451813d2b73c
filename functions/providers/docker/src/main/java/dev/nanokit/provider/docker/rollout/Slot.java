package dev.nanokit.provider.docker.rollout;

/** The names that a container can have while its update is under way. */
enum Slot {
    /** The name it is known by. */
    MAIN(""),
    /** The new one, which has yet to prove itself. */
    NEXT("-next"),
    /** The one that was replaced, kept until the new one has proved itself. */
    OLD("-old");

    private final String suffix;

    Slot(String suffix) {
        this.suffix = suffix;
    }

    String name(String container) {
        return container + suffix;
    }
}
