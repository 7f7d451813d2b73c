package dev.nanokit.stages.run;

import dev.nanokit.engine.config.Variables;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers which variables a file has drawn upon, and what they were: those must travel with its text. */
public final class UsedVariables implements Variables {
    private final Variables variables;
    private final Map<String, String> used = new TreeMap<>();

    public UsedVariables(Variables variables) {
        this.variables = variables;
    }

    @Override
    public Optional<String> get(String name) {
        Optional<String> value = variables.get(name);
        value.ifPresent(text -> used.put(name, text));
        return value;
    }

    /** Those that were asked for so far and are set. */
    public Map<String, String> used() {
        return Map.copyOf(used);
    }
}
