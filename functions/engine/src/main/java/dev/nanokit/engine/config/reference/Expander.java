package dev.nanokit.engine.config.reference;

import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.config.tree.ScalarKind;
import dev.nanokit.engine.source.Problem;
import java.util.Optional;

/**
 * Puts the values of variables in the place of references. What comes out is always one scalar: no value of a variable
 * becomes a key, a list or a block.
 */
public final class Expander {
    private final Optional<Variables> variables;

    private Expander(Optional<Variables> variables) {
        this.variables = variables;
    }

    public static Expander of(Variables variables) {
        return new Expander(Optional.of(variables));
    }

    /** One that has no variables yet: what holds a reference stays opaque, and only its spelling is checked. */
    public static Expander deferring() {
        return new Expander(Optional.empty());
    }

    /** The scalar with its references expanded; opaque where that can't be done. */
    public Node expand(Node.Scalar scalar, Path path) {
        ReferenceText text;
        try {
            text = ReferenceText.parse(scalar.text());
        } catch (ReferenceSyntaxException e) {
            return opaque(
                    scalar,
                    path + ": " + e.getMessage(),
                    "References are ${NAME} and ${NAME:-default}; names have letters, digits and _.",
                    "Correct the reference, or write $${ for a literal ${.");
        }
        return variables
                .map(values -> expand(scalar, text, values, path))
                .orElseGet(() -> new Node.Opaque(scalar.place(), Optional.empty()));
    }

    private Node expand(Node.Scalar scalar, ReferenceText text, Variables values, Path path) {
        StringBuilder expanded = new StringBuilder();
        for (ReferenceText.Part part : text.parts()) {
            switch (part) {
                case ReferenceText.Part.Literal literal -> expanded.append(literal.text());
                case ReferenceText.Part.Reference reference -> {
                    Optional<String> value = value(reference, values);
                    if (value.isEmpty()) {
                        return missing(scalar, reference.name(), path);
                    }
                    expanded.append(value.get());
                }
            }
        }
        String result = expanded.toString();
        ScalarKind kind = text.isOneReference() ? ScalarKind.ofPlain(result) : ScalarKind.TEXT;
        Optional<String> origin = text.references().isEmpty() ? Optional.empty() : Optional.of(scalar.text());
        return new Node.Scalar(scalar.place(), result, kind, origin);
    }

    private static Optional<String> value(ReferenceText.Part.Reference reference, Variables values) {
        Optional<String> value = values.get(reference.name());
        if (reference.whenEmpty().isPresent() && value.orElse("").isEmpty()) {
            return reference.whenEmpty();
        }
        return value;
    }

    private static Node missing(Node.Scalar scalar, String name, Path path) {
        return opaque(
                scalar,
                path + ": the variable " + name + " is not set",
                "It has no default either.",
                "Set " + name + " for this environment, or write a default: ${" + name + ":-…}.");
    }

    private static Node opaque(Node.Scalar scalar, String what, String why, String fix) {
        return new Node.Opaque(scalar.place(), Optional.of(Problem.error(scalar.place(), what, why, fix)));
    }
}
