package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.ScalarKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why a value is not what it should be, and what to write instead. */
final class Advice {
    private static final List<String> YES = List.of("yes", "on", "y", "true", "1");
    private static final List<String> NO = List.of("no", "off", "n", "false", "0");

    private Advice() {}

    static String why(Node node, Shape shape, Slot slot) {
        if (slot.secret() && node instanceof Node.Scalar) {
            return "Secrets never stand in the file, only where they are looked up.";
        }
        if (shape instanceof Shape.Flag && yesOrNo(node).isPresent()) {
            return "In YAML 1.2 yes, no, on and off are text.";
        }
        if (shape instanceof Shape.Text && isOtherThanText(node) && !isExpanded(node)) {
            return "Without quotes YAML reads this as a " + kindOf(node) + ".";
        }
        if (shape instanceof Shape.Text(Format format) && format.equals(Format.NAME)) {
            return KeyRule.NAME.rule() + ".";
        }
        return "";
    }

    static String fix(Node node, Shape shape, Slot slot) {
        if (slot.secret()) {
            return "Write { from: env } and set the variable, or { from: ssm, path: … },"
                    + " or { from: secretsmanager, id: … }.";
        }
        if (isExpanded(node)) {
            return "Set its variable so that it becomes " + shape.expected() + ", such as " + Examples.of(shape) + ".";
        }
        if (shape instanceof Shape.Choice choice && !(node instanceof Node.Scalar)) {
            return oneOf(choice);
        }
        return literalFix(node, shape)
                .orElseGet(() -> "Write " + shape.expected() + ", such as " + Examples.of(shape) + ".");
    }

    private static Optional<String> literalFix(Node node, Shape shape) {
        if (!(node instanceof Node.Scalar scalar)) {
            return node instanceof Node.Sequence && isBlock(shape)
                    ? Optional.of("Write 'name:' in place of '- name'.")
                    : Optional.empty();
        }
        return switch (shape) {
            case Shape.Flag flag -> yesOrNo(scalar).map(value -> "Write " + value + ".");
            case Shape.Whole whole
            when isQuotedNumber(scalar) -> Optional.of("Write " + scalar.text() + ", without quotes.");
            case Shape.Items items -> Optional.of("Write [" + Found.cut(scalar.text()) + "].");
            case Shape.Choice choice ->
                Nearest.of(scalar.text(), choice.options())
                        .map(option -> "Write " + option + ".")
                        .or(() -> Optional.of(oneOf(choice)));
            case Shape.Text(Format format)
            when format.equals(Format.NAME) && !isOtherThanText(scalar) ->
                Optional.of("Write " + LegalName.nearest(scalar.text()) + ".");
            case Shape.Text(Format format)
            when format.matches(scalar.text()) ->
                Optional.of("Write it in quotes: \"" + Found.cut(scalar.text()) + "\".");
            case Shape.Text(Format format)
            when format.equals(Format.SIZE) && scalar.kind() == ScalarKind.INTEGER ->
                Optional.of("Add a unit: " + Found.cut(scalar.text()) + "mb or " + Found.cut(scalar.text()) + "gb.");
            default -> Optional.empty();
        };
    }

    private static String oneOf(Shape.Choice choice) {
        return "Write " + (choice.options().size() > 4 ? "one of them" : Words.or(choice.options())) + ".";
    }

    private static boolean isBlock(Shape shape) {
        return shape instanceof Fields || shape instanceof Shape.Named;
    }

    private static boolean isExpanded(Node node) {
        return node instanceof Node.Scalar scalar && scalar.origin().isPresent();
    }

    private static boolean isQuotedNumber(Node.Scalar scalar) {
        return scalar.kind() == ScalarKind.TEXT && scalar.text().matches("[0-9]{1,9}");
    }

    private static boolean isOtherThanText(Node node) {
        return node instanceof Node.Scalar scalar && !scalar.isNull() && scalar.kind() != ScalarKind.TEXT;
    }

    private static String kindOf(Node node) {
        return ((Node.Scalar) node).kind() == ScalarKind.BOOLEAN ? "boolean" : "number";
    }

    private static Optional<String> yesOrNo(Node node) {
        if (!(node instanceof Node.Scalar scalar)) {
            return Optional.empty();
        }
        String word = scalar.text().toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return Optional.of("true");
        }
        return NO.contains(word) ? Optional.of("false") : Optional.empty();
    }
}
