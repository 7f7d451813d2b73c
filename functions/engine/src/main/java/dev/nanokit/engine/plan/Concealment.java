package dev.nanokit.engine.plan;

import dev.nanokit.engine.value.Leaves;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Turns texts that a provider read back into secrets where they may be some: where the file or the record has a secret
 * in that place, and where neither knows what the text is. A provider can't tell by itself: to it, a password in a
 * container's environment is a text like any other.
 */
final class Concealment {
    private static final String UNEXPECTED = "unexpected";

    private Concealment() {}

    /** What was observed, with what may be secret hidden, under the source that the file or the record names. */
    static Value.Obj conceal(Value.Obj observed, Value.Obj recorded, Value.Obj desired) {
        Map<String, Value> fields = new TreeMap<>();
        observed.fields()
                .forEach((name, value) -> fields.put(name, conceal(value, recorded.get(name), desired.get(name))));
        return Value.obj(fields);
    }

    private static Value conceal(Value observed, Value recorded, Value desired) {
        if (observed instanceof Value.Obj object) {
            return conceal(object, asObject(recorded), asObject(desired));
        }
        Optional<Secret> secret = Leaves.firstSecret(desired).or(() -> Leaves.firstSecret(recorded));
        if (secret.isPresent()) {
            return conceal(observed, secret.get().source());
        }
        return isPlain(recorded) || isPlain(desired) ? observed : concealTexts(observed);
    }

    /** The value with every leaf that is something hidden. */
    static Value conceal(Value value, String source) {
        return switch (value) {
            case Value.Null nothing -> nothing;
            case Value.Unknown unknown -> unknown;
            case Value.Seq(List<Value> items) ->
                Value.seq(items.stream().map(item -> conceal(item, source)).toList());
            case Value.Obj object -> {
                Map<String, Value> fields = new TreeMap<>();
                object.fields().forEach((name, field) -> fields.put(name, conceal(field, source)));
                yield Value.obj(fields);
            }
            case Value.Hidden(Secret secret) -> Value.hidden(secret.from(source));
            default -> Value.hidden(Secret.revealed(source, textOf(value)));
        };
    }

    static String textOf(Value scalar) {
        return scalar instanceof Value.Text(String text) ? text : ValueJson.write(scalar);
    }

    private static Value concealTexts(Value observed) {
        boolean mayTell = Leaves.anyMatch(observed, Value.Text.class::isInstance);
        return mayTell ? conceal(observed, UNEXPECTED) : observed;
    }

    private static Value.Obj asObject(Value value) {
        return value instanceof Value.Obj object ? object : Value.Obj.EMPTY;
    }

    private static boolean isPlain(Value value) {
        return !(value instanceof Value.Null) && !Leaves.anyMatch(value, Value.Unknown.class::isInstance);
    }
}
