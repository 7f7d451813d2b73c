package dev.nanokit.engine.value;

import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Walks over the leaves of values: everything but lists and objects, and the parts of templates. */
public final class Leaves {
    private Leaves() {}

    /** Every leaf, depth first, fields in natural order. */
    public static void forEach(Value value, Consumer<Value> visit) {
        switch (value) {
            case Value.Seq seq -> seq.items().forEach(item -> forEach(item, visit));
            case Value.Obj object -> object.fields().values().forEach(field -> forEach(field, visit));
            case Value.Template template -> template.parts().forEach(part -> forEach(part, visit));
            default -> visit.accept(value);
        }
    }

    public static boolean anyMatch(Value value, Predicate<Value> test) {
        return switch (value) {
            case Value.Seq seq -> seq.items().stream().anyMatch(item -> anyMatch(item, test));
            case Value.Obj object -> object.fields().values().stream().anyMatch(field -> anyMatch(field, test));
            case Value.Template template -> template.parts().stream().anyMatch(part -> anyMatch(part, test));
            default -> test.test(value);
        };
    }

    public static Optional<Secret> firstSecret(Value value) {
        return switch (value) {
            case Value.Seq seq -> firstSecret(seq.items());
            case Value.Obj object -> firstSecret(object.fields().values());
            case Value.Template template -> firstSecret(template.parts());
            case Value.Hidden hidden -> Optional.of(hidden.secret());
            default -> Optional.empty();
        };
    }

    private static Optional<Secret> firstSecret(Collection<Value> values) {
        for (Value value : values) {
            Optional<Secret> secret = firstSecret(value);
            if (secret.isPresent()) {
                return secret;
            }
        }
        return Optional.empty();
    }
}
