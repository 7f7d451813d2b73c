package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.tree.Path;

/**
 * Where a value stands while it is checked.
 *
 * @param partial whether it stands in an override, so that {@code null} removes and nothing is required
 * @param literal whether references to variables are refused
 * @param secret whether its text must not be shown
 */
record Slot(Path path, boolean partial, boolean literal, boolean secret) {
    static final Slot FILE = new Slot(Path.ROOT, false, false, false);

    Slot key(String key) {
        return new Slot(path.key(key), partial, literal, false);
    }

    /** An item of a list, which is replaced as a whole: inside it nothing is inherited. */
    Slot item(int index) {
        return new Slot(path.item(index), false, literal, secret);
    }

    /** The same where nothing is inherited. */
    Slot whole() {
        return new Slot(path, false, literal, secret);
    }

    Slot inside(Shape.Wrapped wrapped) {
        return switch (wrapped) {
            case Shape.Literal ignored -> new Slot(path, partial, true, secret);
            case Shape.Secret ignored -> new Slot(path, partial, literal, true);
            case Shape.Partial ignored -> new Slot(path, true, literal, secret);
        };
    }
}
