package dev.nanokit.provider.docker.rollout;

import dev.nanokit.engine.value.Value;
import java.util.List;

/** How far a container is what is wanted. */
final class Comparison {
    /** Set when a container is made, and never changed after. */
    private static final List<String> FIXED = List.of("image", "command", "env", "ports", "mounts");

    /** What the engine can change, but not take away. */
    private static final List<String> LIMITS = List.of("cpu", "memory");

    private static final List<String> ADJUSTABLE = List.of("cpu", "memory", "restart", "network", "aliases", "files");

    private final Value.Obj wanted;
    private final Value.Obj actual;

    /** @param actual as {@link dev.nanokit.provider.docker.observe.ContainerReader} reads it */
    Comparison(ContainerSpec wanted, Value.Obj actual) {
        this.wanted = wanted.fields();
        this.actual = actual;
    }

    /** Whether it need not be made anew. */
    boolean fits() {
        boolean commandChecked = !actual.fields().containsKey("health") || same("health");
        return commandChecked
                && FIXED.stream().allMatch(this::same)
                && LIMITS.stream().noneMatch(this::isTakenAway);
    }

    boolean settled() {
        return ADJUSTABLE.stream().allMatch(this::same);
    }

    boolean same(String field) {
        return Plain.comparable(wanted.get(field)).equals(Plain.comparable(actual.get(field)));
    }

    private boolean isTakenAway(String field) {
        return wanted.get(field) instanceof Value.Null && !(actual.get(field) instanceof Value.Null);
    }
}
