package dev.nanokit.engine.config.layer;

import dev.nanokit.engine.config.shape.Fields;
import dev.nanokit.engine.config.shape.Shape;

/** The shape of the value below a key, as far as merging cares: that of its block. */
final class ShapeBelow {
    private ShapeBelow() {}

    static Shape of(Shape shape, String key) {
        return switch (shape) {
            case Fields fields -> block(fields.fields().get(key).shape());
            case Shape.Named named -> block(named.value());
            default -> shape;
        };
    }

    private static Shape block(Shape shape) {
        return switch (shape) {
            case Shape.Wrapped wrapped -> block(wrapped.inner());
            case Shape.Either either -> block(either.second());
            default -> shape;
        };
    }
}
