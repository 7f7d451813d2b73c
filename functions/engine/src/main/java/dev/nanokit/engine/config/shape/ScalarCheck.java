package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.reference.ReferenceText;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.ScalarKind;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;

/** Checks single values, after their references have been expanded. */
final class ScalarCheck {
    private final Expander expander;
    private final Problems problems;

    ScalarCheck(Expander expander, Problems problems) {
        this.expander = expander;
        this.problems = problems;
    }

    /** The scalar in its normal spelling, or opaque where it is not of the shape. */
    Node check(Node.Scalar scalar, Shape shape, Slot slot) {
        if (scalar.kind() != ScalarKind.TEXT || !ReferenceText.isIn(scalar.text())) {
            return checkExpanded(scalar, shape, slot);
        }
        if (slot.literal()) {
            return refuse(
                    scalar,
                    slot.path() + " can't hold a reference to a variable",
                    "It must be the same whatever the variables are.",
                    "Write the value itself.");
        }
        return switch (expander.expand(scalar, slot.path())) {
            case Node.Scalar expanded -> checkExpanded(expanded, shape, slot);
            case Node.Opaque opaque -> {
                opaque.problem().ifPresent(problems::add);
                yield opaque;
            }
            case Node other -> other;
        };
    }

    private Node checkExpanded(Node.Scalar scalar, Shape shape, Slot slot) {
        Shape chosen = shape instanceof Shape.Either either ? choose(scalar, either) : shape;
        if (scalar.isNull() && !takesAnything(chosen)) {
            return scalar;
        }
        Optional<Node.Scalar> normal =
                chosen instanceof Shape.Simple simple ? ScalarForms.normal(scalar, simple) : Optional.empty();
        return normal.<Node>map(value -> value).orElseGet(() -> wrongKind(scalar, shape, slot));
    }

    private static Shape choose(Node.Scalar scalar, Shape.Either either) {
        boolean second = either.second() instanceof Shape.Simple
                && scalar.kind() == ScalarKind.TEXT
                && !(either.first() instanceof Shape.Text);
        return second ? either.second() : either.first();
    }

    private static boolean takesAnything(Shape shape) {
        return shape instanceof Shape.Words words && words.emptyAllowed();
    }

    /** Reports that something else stands here than is expected. */
    Node wrongKind(Node node, Shape shape, Slot slot) {
        return refuse(
                node,
                slot.path() + ": expected " + shape.expected() + ", found " + Found.describe(node, slot.secret()),
                Advice.why(node, shape, slot),
                Advice.fix(node, shape, slot));
    }

    Node noValue(Node.Scalar scalar, Shape shape, Slot slot) {
        return refuse(
                scalar,
                slot.path() + " has no value",
                "Only an environment may leave a value empty, to remove what it inherits.",
                "Write a value, such as " + Examples.of(shape) + ", or remove the key.");
    }

    private Node refuse(Node node, String what, String why, String fix) {
        Problem problem = Problem.error(node.place(), what, why, fix);
        problems.add(problem);
        return new Node.Opaque(node.place(), Optional.of(problem));
    }
}
