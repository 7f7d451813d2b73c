package dev.nanokit.provider.docker.rollout;

/** What is to be thought of a container that was started. */
sealed interface Verdict {
    record Working() implements Verdict {}

    /** @param why what is missing yet */
    record NotYet(String why) implements Verdict {}

    /** @param why as the rest of a sentence that begins with the container's name */
    record Failed(String why) implements Verdict {}
}
