package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.ScalarKind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Reads scalars as a shape asks for, and spells them in one way. */
final class ScalarForms {
    private static final int LONGEST_NUMBER = 30;

    private ScalarForms() {}

    /** The scalar in its normal spelling; empty where it is not of this shape. */
    static Optional<Node.Scalar> normal(Node.Scalar scalar, Shape.Simple shape) {
        return switch (shape) {
            case Shape.Text text -> isText(scalar) && text.format().matches(scalar.text()) ? text(scalar) : none();
            case Shape.Words words -> fits(words, scalar.text()) ? text(scalar) : none();
            case Shape.Choice choice -> choice(scalar, choice);
            case Shape.Whole whole ->
                whole(scalar)
                        .filter(value -> value.compareTo(BigInteger.valueOf(whole.min())) >= 0
                                && value.compareTo(BigInteger.valueOf(whole.max())) <= 0)
                        .map(value -> spelled(scalar, value.toString(), ScalarKind.INTEGER));
            case Shape.Decimal decimal ->
                number(scalar)
                        .filter(value -> value.signum() > 0 && value.compareTo(BigDecimal.valueOf(decimal.max())) <= 0)
                        .map(value -> spelled(scalar, value.toPlainString(), ScalarKind.DECIMAL));
            case Shape.Flag flag ->
                scalar.kind() == ScalarKind.BOOLEAN
                        ? Optional.of(spelled(scalar, scalar.text().toLowerCase(Locale.ROOT), ScalarKind.BOOLEAN))
                        : none();
        };
    }

    /** The whole number that is written; empty where it is none. */
    static Optional<BigInteger> whole(Node.Scalar scalar) {
        return number(scalar)
                .filter(value -> value.stripTrailingZeros().scale() <= 0)
                .map(BigDecimal::toBigInteger);
    }

    /** The finite number that is written; empty where it is none. */
    private static Optional<BigDecimal> number(Node.Scalar scalar) {
        boolean number = scalar.kind() == ScalarKind.INTEGER || scalar.kind() == ScalarKind.DECIMAL;
        if (!number || scalar.text().length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        String text = scalar.text().toLowerCase(Locale.ROOT);
        if (text.startsWith("0x")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
        }
        if (text.startsWith("0o")) {
            return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
        }
        return text.contains("inf") || text.contains("nan") ? Optional.empty() : decimal(text);
    }

    private static Optional<BigDecimal> decimal(String text) {
        int exponent = text.indexOf('e');
        boolean small = exponent < 0 || text.length() - exponent <= 4;
        return small ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static boolean isText(Node.Scalar scalar) {
        return scalar.kind() == ScalarKind.TEXT || scalar.origin().isPresent();
    }

    private static boolean fits(Shape.Words words, String text) {
        return words.emptyAllowed() || (!text.isEmpty() && text.length() <= Format.MAX_LENGTH);
    }

    private static Optional<Node.Scalar> choice(Node.Scalar scalar, Shape.Choice choice) {
        boolean spelledRightly = choice.options().contains(scalar.text());
        boolean kindFits = isText(scalar) || (choice.numbersToo() && scalar.kind() == ScalarKind.INTEGER);
        return spelledRightly && kindFits ? text(scalar) : none();
    }

    private static Optional<Node.Scalar> text(Node.Scalar scalar) {
        return Optional.of(spelled(scalar, scalar.text(), ScalarKind.TEXT));
    }

    private static Node.Scalar spelled(Node.Scalar scalar, String text, ScalarKind kind) {
        return new Node.Scalar(scalar.place(), text, kind, scalar.origin());
    }

    private static Optional<Node.Scalar> none() {
        return Optional.empty();
    }
}
