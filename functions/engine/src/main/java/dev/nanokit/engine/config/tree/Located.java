package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;
import java.util.Optional;

/**
 * A value and where it stands.
 *
 * @param origin the text with references that it was expanded from
 */
public record Located<T>(T value, Place place, Optional<String> origin) {
    public Located(T value, Place place) {
        this(value, place, Optional.empty());
    }

    /** The value as an error may show it: with its references, where it has some. */
    public String shown() {
        return origin.orElseGet(value::toString);
    }
}
