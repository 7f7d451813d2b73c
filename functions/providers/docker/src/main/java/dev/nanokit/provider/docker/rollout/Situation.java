package dev.nanokit.provider.docker.rollout;

import java.util.Map;
import java.util.Optional;

/** Which of a container's slots are taken, and by what. */
record Situation(Map<Slot, Seen> slots) {
    Situation {
        slots = Map.copyOf(slots);
    }

    Optional<Seen> in(Slot slot) {
        return Optional.ofNullable(slots.get(slot));
    }

    boolean has(Slot slot) {
        return slots.containsKey(slot);
    }

    /**
     * A container in a slot.
     *
     * @param wanted whether it was made from the wanted spec, as far as that can't be changed afterwards
     * @param settled whether the rest is as wanted too: network, names, limits, files
     */
    record Seen(boolean wanted, boolean settled, boolean running) {}
}
