package dev.nanokit.engine.value;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Puts the outputs of other resources in the place of the references to them.
 *
 * <p>What is not known yet becomes {@link Value.Unknown}; so does a template with such a part. A template with a secret
 * part becomes a secret of its own, whose source names its secret parts: {@code template(ssm:/shop/orders)}. Where one
 * of these has not been looked up, or is sealed, so the whole cannot be composed, it becomes a
 * {@link Secret#reference}.
 */
public final class Resolver {
    private final Function<Value.Ref, Optional<Value>> outputs;

    private Resolver(Function<Value.Ref, Optional<Value>> outputs) {
        this.outputs = outputs;
    }

    /**
     * @param outputs the value behind a reference; empty while it is not known
     * @throws IllegalArgumentException when a template's part is a list or an object, which have no text
     */
    public static Value.Obj resolve(Value.Obj spec, Function<Value.Ref, Optional<Value>> outputs) {
        return new Resolver(outputs).resolveFields(spec);
    }

    /** The whole tree with every revealed secret sealed. */
    public static Value seal(Value value, SealingKey key) {
        return mapSecrets(value, secret -> secret.seal(key));
    }

    /** The whole tree with every revealed secret sealed. */
    public static Value.Obj seal(Value.Obj object, SealingKey key) {
        return (Value.Obj) seal((Value) object, key);
    }

    /** The whole tree with each secret replaced; used to look references up, and to seal. */
    public static Value mapSecrets(Value value, UnaryOperator<Secret> change) {
        return switch (value) {
            case Value.Hidden hidden -> Value.hidden(change.apply(hidden.secret()));
            case Value.Seq seq -> mapItems(seq, item -> mapSecrets(item, change));
            case Value.Obj object -> mapFields(object, field -> mapSecrets(field, change));
            case Value.Template template ->
                new Value.Template(mapAll(template.parts(), part -> mapSecrets(part, change)));
            default -> value;
        };
    }

    private Value resolveAny(Value value) {
        return switch (value) {
            case Value.Ref ref -> outputs.apply(ref).orElseGet(() -> new Value.Unknown(ref));
            case Value.Template template -> compose(mapAll(template.parts(), this::resolveAny));
            case Value.Seq seq -> mapItems(seq, this::resolveAny);
            case Value.Obj object -> resolveFields(object);
            default -> value;
        };
    }

    private Value.Obj resolveFields(Value.Obj object) {
        return mapFields(object, this::resolveAny);
    }

    private static Value compose(List<Value> parts) {
        for (Value part : parts) {
            if (part instanceof Value.Unknown unknown) {
                return unknown;
            }
        }
        List<Secret> secrets = secretsIn(parts);
        if (secrets.isEmpty()) {
            return Value.text(join(parts));
        }
        String source =
                secrets.stream().map(Secret::source).distinct().collect(Collectors.joining(", ", "template(", ")"));
        boolean composable = secrets.stream().allMatch(Secret::isRevealed);
        return Value.hidden(composable ? Secret.revealed(source, join(parts)) : Secret.reference(source));
    }

    private static List<Secret> secretsIn(List<Value> parts) {
        return parts.stream()
                .filter(Value.Hidden.class::isInstance)
                .map(part -> ((Value.Hidden) part).secret())
                .toList();
    }

    private static String join(List<Value> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(textOf(part)));
        return text.toString();
    }

    private static String textOf(Value part) {
        return switch (part) {
            case Value.Text text -> text.value();
            case Value.Num number -> ValueWriter.canonical(number.value());
            case Value.Bool bool -> Boolean.toString(bool.value());
            case Value.Null ignored -> "";
            case Value.Hidden hidden -> hidden.secret().reveal();
            default -> throw new IllegalArgumentException("a list or an object can't be a part of a template");
        };
    }

    private static List<Value> mapAll(List<Value> values, UnaryOperator<Value> change) {
        return values.stream().map(change).toList();
    }

    private static Value.Seq mapItems(Value.Seq seq, UnaryOperator<Value> change) {
        List<Value> items = mapAll(seq.items(), change);
        return items.equals(seq.items()) ? seq : Value.seq(items);
    }

    /** Gives the object itself where nothing in it changes, as in most specs. */
    private static Value.Obj mapFields(Value.Obj object, UnaryOperator<Value> change) {
        Map<String, Value> changed = new TreeMap<>();
        object.fields().forEach((key, value) -> {
            Value other = change.apply(value);
            if (!other.equals(value)) {
                changed.put(key, other);
            }
        });
        if (changed.isEmpty()) {
            return object;
        }
        Map<String, Value> fields = new TreeMap<>(object.fields());
        fields.putAll(changed);
        return new Value.Obj(fields);
    }
}
