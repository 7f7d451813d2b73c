package dev.nanokit.engine.config.shape;

import java.util.List;
import java.util.Optional;

/** Short names for the shapes of which the vocabulary is made. */
final class Shapes {
    static final Shape COMMAND = any("a command", "npm start");
    static final Shape FOLDER = any("a folder", "./web");
    static final Shape NAME = new Shape.Text(Format.NAME);
    static final Shape FLAG = new Shape.Flag();
    static final Shape PORT = new Shape.Whole(1, 65_535);
    static final Shape COUNT = new Shape.Whole(0, 1_000);
    static final Shape SIZE = new Shape.Text(Format.SIZE);
    static final Shape CIDR = new Shape.Text(Format.CIDR);
    static final Shape IMAGE = new Shape.Text(Format.IMAGE);
    static final Shape VARIABLES = new Shape.Named(KeyRule.VARIABLE, new Shape.Words("text or a number", "info", true));

    private Shapes() {}

    static Shape text(Format format) {
        return new Shape.Text(format);
    }

    static Shape any(String expected, String example) {
        return new Shape.Text(Format.any(expected, example));
    }

    /** A scalar that is text, whether or not it looks like a number. */
    static Shape words(String expected, String example) {
        return new Shape.Words(expected, example, false);
    }

    static Shape choice(String... options) {
        return new Shape.Choice(List.of(options), false);
    }

    static Shape choice(List<String> options) {
        return new Shape.Choice(options, false);
    }

    static Shape items(Shape item) {
        return new Shape.Items(item, true);
    }

    static Shape some(Shape item) {
        return new Shape.Items(item, false);
    }

    static Shape named(Shape value) {
        return new Shape.Named(KeyRule.NAME, value);
    }

    static Shape either(Shape first, Shape second) {
        return new Shape.Either(first, second, Optional.empty());
    }

    static Shape either(Shape first, Shape second, String shorthand) {
        return new Shape.Either(first, second, Optional.of(shorthand));
    }

    static Shape literal(Shape shape) {
        return new Shape.Literal(shape);
    }
}
