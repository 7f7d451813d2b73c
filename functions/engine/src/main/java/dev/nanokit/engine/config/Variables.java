package dev.nanokit.engine.config;

import java.util.Map;
import java.util.Optional;

/** The variables of an environment, from which {@code ${NAME}} in its file is filled in. */
@FunctionalInterface
public interface Variables {
    /** The variable's value; empty where it is not set. An empty text is a value. */
    Optional<String> get(String name);

    static Variables of(Map<String, String> values) {
        Map<String, String> copy = Map.copyOf(values);
        return name -> Optional.ofNullable(copy.get(name));
    }

    static Variables none() {
        return name -> Optional.empty();
    }
}
