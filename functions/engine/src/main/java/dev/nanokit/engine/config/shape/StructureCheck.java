package dev.nanokit.engine.config.shape;

import dev.nanokit.engine.config.reference.Expander;
import dev.nanokit.engine.config.reference.ReferenceText;
import dev.nanokit.engine.config.tree.Node;
import dev.nanokit.engine.config.tree.Path;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks a tree against the vocabulary. What comes back is the same tree in its normal form: references expanded,
 * scalars spelled in one way, short forms written out, unknown keys gone, and a value that is not what it should be
 * opaque, so that the rest can be looked at as if it were right.
 */
public final class StructureCheck {
    private final Problems problems;
    private final ScalarCheck scalars;

    public StructureCheck(Expander expander, Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarCheck(expander, problems);
    }

    /** The whole file. */
    public Node.Mapping file(Node root) {
        return check(root, Vocabulary.FILE, Slot.FILE) instanceof Node.Mapping mapping
                ? mapping
                : new Node.Mapping(root.place(), Map.of());
    }

    /** The blocks of the file that stand outside of any environment. */
    public Node.Mapping base(Node.Mapping blocks) {
        return (Node.Mapping) check(blocks, Vocabulary.BLOCKS, Slot.FILE);
    }

    /** What one environment overrides. */
    public Node.Mapping override(String environment, Node.Mapping blocks) {
        Slot slot = new Slot(Path.ROOT.key("environments").key(environment), true, false, false);
        return (Node.Mapping) check(blocks, Vocabulary.BLOCKS, slot);
    }

    private Node check(Node node, Shape shape, Slot slot) {
        if (node instanceof Node.Scalar scalar && scalar.isNull()) {
            return nothing(scalar, shape, slot);
        }
        if (shape instanceof Shape.Wrapped wrapped) {
            return check(node, wrapped.inner(), slot.inside(wrapped));
        }
        return switch (node) {
            case Node.Opaque opaque -> opaque;
            case Node.Scalar scalar -> scalar(scalar, shape, slot);
            case Node.Mapping mapping -> mapping(mapping, shape, slot);
            case Node.Sequence sequence ->
                shape instanceof Shape.Items items
                        ? items(sequence, items, slot)
                        : scalars.wrongKind(sequence, shape, slot);
        };
    }

    private Node nothing(Node.Scalar scalar, Shape shape, Slot slot) {
        if (slot.partial()) {
            return scalar;
        }
        return switch (shape) {
            case Shape.Wrapped wrapped ->
                nothing(scalar, wrapped.inner(), slot.inside(wrapped).whole());
            case Fields fields -> check(new Node.Mapping(scalar.place(), Map.of()), fields, slot);
            case Shape.Named named -> new Node.Mapping(scalar.place(), Map.of());
            case Shape.Items items -> check(new Node.Sequence(scalar.place(), List.of()), items, slot);
            case Shape.Either either -> scalars.noValue(scalar, either, slot);
            case Shape.Simple simple -> scalars.noValue(scalar, simple, slot);
        };
    }

    private Node scalar(Node.Scalar scalar, Shape shape, Slot slot) {
        return switch (shape) {
            case Shape.Either either -> writtenOut(either, scalars.check(scalar, either, slot));
            case Shape.Simple simple -> scalars.check(scalar, simple, slot);
            default -> scalars.wrongKind(scalar, shape, slot);
        };
    }

    /** A scalar that stands for a block becomes that block with one key. */
    private static Node writtenOut(Shape.Either either, Node value) {
        boolean nothing = value instanceof Node.Scalar scalar && scalar.isNull();
        if (either.shorthand().isEmpty() || nothing) {
            return value;
        }
        Node.Entry entry = new Node.Entry(value.place(), value);
        return new Node.Mapping(value.place(), Map.of(either.shorthand().get(), entry));
    }

    private Node mapping(Node.Mapping mapping, Shape shape, Slot slot) {
        return switch (shape) {
            case Fields fields -> fields(mapping, fields, slot);
            case Shape.Named named -> named(mapping, named, slot);
            case Shape.Either(Shape first, Fields second, var shorthand) -> fields(mapping, second, slot);
            default -> scalars.wrongKind(mapping, shape, slot);
        };
    }

    private Node fields(Node.Mapping mapping, Fields fields, Slot slot) {
        Map<String, Node.Entry> checked = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            Fields.Field field = fields.fields().get(key);
            if (field != null) {
                checked.put(key, entry(entry, field.shape(), slot.key(key)));
            } else if (!(slot.path().isRoot() && key.startsWith(Vocabulary.OWN_PREFIX))) {
                problems.add(UnknownKey.problem(key, entry.key(), fields, slot.path()));
            }
        });
        if (!slot.partial()) {
            requireKeys(mapping, fields, slot);
        }
        return new Node.Mapping(mapping.place(), checked);
    }

    private void requireKeys(Node.Mapping mapping, Fields fields, Slot slot) {
        fields.fields().forEach((key, field) -> {
            if (field.required() && !mapping.entries().containsKey(key)) {
                problems.error(
                        mapping.place(),
                        slot.path().key(key) + " is missing",
                        field.meaning(),
                        "Add '" + key + ": " + Examples.of(field.shape()) + "', with your own value.");
            }
        });
    }

    private Node named(Node.Mapping mapping, Shape.Named named, Slot slot) {
        Map<String, Node.Entry> checked = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> {
            if (!named.keys().allows(key)) {
                badKey(key, entry.key(), named.keys(), slot);
            }
            checked.put(key, entry(entry, named.value(), slot.key(key)));
        });
        return new Node.Mapping(mapping.place(), checked);
    }

    private void badKey(String key, Place place, KeyRule rule, Slot slot) {
        String fix = rule == KeyRule.NAME ? "Call it " + LegalName.nearest(key) + "." : "Choose another name.";
        String why = ReferenceText.isIn(key) ? rule.rule() + "; references in keys are not expanded" : rule.rule();
        problems.error(place, slot.path() + ": '" + Found.cut(key) + "' can't be a name here", why + ".", fix);
    }

    private Node.Entry entry(Node.Entry entry, Shape shape, Slot slot) {
        return new Node.Entry(entry.key(), check(entry.value(), shape, slot));
    }

    private Node items(Node.Sequence sequence, Shape.Items items, Slot slot) {
        if (sequence.items().isEmpty() && !items.emptyAllowed()) {
            problems.error(
                    sequence.place(),
                    slot.path() + " is empty",
                    "It needs one item at least.",
                    "Add an item, or remove " + slot.path() + ".");
        }
        List<Node> checked = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            checked.add(check(sequence.items().get(i), items.item(), slot.item(i)));
        }
        return new Node.Sequence(sequence.place(), checked);
    }
}
