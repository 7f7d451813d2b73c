package dev.nanokit.provider.docker.rollout;

/** One call, or a few that belong together, on the way to the container that is wanted. Each can be repeated. */
sealed interface Step {
    /** Made from the wanted spec. In {@link Slot#NEXT} without ports and names on the network. */
    record Create(Slot slot) implements Step {}

    /** Brought to the wanted spec where that can be done to a container that exists: network, names, limits, files. */
    record Adjust(Slot slot) implements Step {}

    record Start(Slot slot) implements Step {}

    /** To be found running, and healthy where it has a health check. */
    record Prove(Slot slot) implements Step {}

    record Stop(Slot slot) implements Step {}

    record Remove(Slot slot) implements Step {}

    record Rename(Slot from, Slot to) implements Step {}

    record Finish() implements Step {}
}
