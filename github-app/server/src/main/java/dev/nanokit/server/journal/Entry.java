package dev.nanokit.server.journal;

import dev.nanokit.webhook.trigger.Trigger;

/**
 * A delivery that is written down.
 *
 * @param place its place in the order of arrival
 * @param name the work's name
 * @param attempts how often its work was begun
 */
public record Entry(String place, String name, Trigger trigger, int attempts) {
    /** As it is once its work was begun again. */
    public Entry begun() {
        return new Entry(place, name, trigger, attempts + 1);
    }
}
