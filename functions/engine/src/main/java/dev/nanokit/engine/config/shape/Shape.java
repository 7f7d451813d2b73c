package dev.nanokit.engine.config.shape;

import java.util.List;
import java.util.Optional;

/** What a value must look like. */
public sealed interface Shape permits Shape.Simple, Shape.Items, Shape.Named, Fields, Shape.Either, Shape.Wrapped {
    /** As an error says it after "expected": {@code a whole number from 1 to 65535}. */
    String expected();

    /** Shapes of scalars. */
    sealed interface Simple extends Shape permits Text, Words, Choice, Whole, Decimal, Flag {}

    /** Shapes that change how the one inside is read. */
    sealed interface Wrapped extends Shape permits Literal, Secret, Partial {
        Shape inner();

        @Override
        default String expected() {
            return inner().expected();
        }
    }

    /** Text of a certain form. */
    record Text(Format format) implements Simple {
        @Override
        public String expected() {
            return format.expected();
        }
    }

    /** Any scalar, taken as the text that is written: {@code 16} is {@code "16"}. */
    record Words(String expected, String example, boolean emptyAllowed) implements Simple {}

    /** @param numbersToo whether options that look like numbers may stand without quotes */
    record Choice(List<String> options, boolean numbersToo) implements Simple {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String expected() {
            String all = String.join(", ", options);
            return options.size() == 1 ? "'" + all + "'" : "one of " + all;
        }
    }

    record Whole(int min, int max) implements Simple {
        @Override
        public String expected() {
            return "a whole number from " + min + " to " + max;
        }
    }

    /** A number above zero, with or without a fraction. */
    record Decimal(int max) implements Simple {
        @Override
        public String expected() {
            return "a number above 0, at most " + max;
        }
    }

    record Flag() implements Simple {
        @Override
        public String expected() {
            return "true or false";
        }
    }

    record Items(Shape item, boolean emptyAllowed) implements Shape {
        @Override
        public String expected() {
            return "a list";
        }
    }

    /** Keys of the user's choice, each with a value of the same shape. */
    record Named(KeyRule keys, Shape value) implements Shape {
        @Override
        public String expected() {
            return "a block of keys";
        }
    }

    /**
     * The first option that the value's kind fits.
     *
     * @param shorthand the key of the block under which a scalar that stands in its place is filed
     */
    record Either(Shape first, Shape second, Optional<String> shorthand) implements Shape {
        @Override
        public String expected() {
            return first.expected() + ", or " + second.expected();
        }
    }

    /** Without references to variables. */
    record Literal(Shape inner) implements Wrapped {}

    /** Never shown in an error. */
    record Secret(Shape inner) implements Wrapped {}

    /** An environment's override: nothing is required, and {@code null} removes what it inherits. */
    record Partial(Shape inner) implements Wrapped {}
}
