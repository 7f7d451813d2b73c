package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.Value;
import java.util.Optional;

/** How people know a thing at its provider. */
final class Named {
    private Named() {}

    /** The output {@code name}, which says more than an id. */
    static Optional<String> atProvider(Value.Obj outputs) {
        return outputs.get("name") instanceof Value.Text(String name) ? Optional.of(name) : Optional.empty();
    }
}
