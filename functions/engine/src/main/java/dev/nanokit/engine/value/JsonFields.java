package dev.nanokit.engine.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the fields of a JSON object that is to have a known shape. Every method throws {@link IllegalArgumentException},
 * naming the field, when it is missing or something else.
 */
public record JsonFields(Value.Obj object) {
    public static JsonFields parse(String json) {
        return new JsonFields(ValueJson.readObject(json));
    }

    public boolean has(String name) {
        return !(object.get(name) instanceof Value.Null);
    }

    public String text(String name) {
        return field(name, Value.Text.class, "text").value();
    }

    public Optional<String> optionalText(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    public boolean bool(String name) {
        return field(name, Value.Bool.class, "true or false").value();
    }

    public long number(String name) {
        return whole(name, field(name, Value.Num.class, "a number"));
    }

    public List<Long> numbers(String name) {
        return items(name).stream().map(item -> whole(name, item)).toList();
    }

    public Value.Obj values(String name) {
        return field(name, Value.Obj.class, "an object");
    }

    public JsonFields fields(String name) {
        return new JsonFields(values(name));
    }

    public Optional<JsonFields> optionalFields(String name) {
        return has(name) ? Optional.of(fields(name)) : Optional.empty();
    }

    public List<JsonFields> list(String name) {
        return items(name).stream().map(item -> element(name, item)).toList();
    }

    public List<String> texts(String name) {
        return items(name).stream().map(item -> textOf(name, item)).toList();
    }

    public Map<String, String> textsByName(String name) {
        Map<String, String> texts = new TreeMap<>();
        values(name).fields().forEach((key, value) -> texts.put(key, textOf(name, value)));
        return texts;
    }

    /** @param words of the enum, in lower case as they are written */
    public <E extends Enum<E>> E word(String name, Class<E> words) {
        String text = text(name);
        for (E word : words.getEnumConstants()) {
            if (word(word).equals(text)) {
                return word;
            }
        }
        throw new IllegalArgumentException("the field '" + name + "' is '" + text + "', which means nothing");
    }

    /** An enum's constant as it is written. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private List<Value> items(String name) {
        return field(name, Value.Seq.class, "a list").items();
    }

    private static JsonFields element(String name, Value item) {
        if (item instanceof Value.Obj object) {
            return new JsonFields(object);
        }
        throw wrong(name, "a list of objects");
    }

    private static long whole(String name, Value item) {
        if (item instanceof Value.Num(BigDecimal number)) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new IllegalArgumentException("the field '" + name + "' has a number that is not whole", e);
            }
        }
        throw wrong(name, "of whole numbers only");
    }

    private static String textOf(String name, Value item) {
        if (item instanceof Value.Text text) {
            return text.value();
        }
        throw wrong(name, "of texts only");
    }

    private <T extends Value> T field(String name, Class<T> type, String expected) {
        Value value = object.get(name);
        if (!type.isInstance(value)) {
            throw wrong(name, expected);
        }
        return type.cast(value);
    }

    private static IllegalArgumentException wrong(String name, String expected) {
        return new IllegalArgumentException("the field '" + name + "' is missing or not " + expected);
    }
}
