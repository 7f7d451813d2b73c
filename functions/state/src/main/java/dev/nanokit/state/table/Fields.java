package dev.nanokit.state.table;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * The JSON object that an item's body holds, or one inside it. Every method throws {@link CorruptStateException}, naming
 * the item and the field, when the field is not what it should be.
 */
public record Fields(ItemKey item, Value.Obj object) {
    public static Fields of(Item item) {
        try {
            return new Fields(item.key(), ValueJson.readObject(item.body()));
        } catch (IllegalArgumentException e) {
            throw new CorruptStateException(item.key(), String.valueOf(e.getMessage()), e);
        }
    }

    public String text(String name) {
        if (object.get(name) instanceof Value.Text text) {
            return text.value();
        }
        throw corrupt(name, "text");
    }

    public Optional<String> optionalText(String name) {
        return isMissing(name) ? Optional.empty() : Optional.of(text(name));
    }

    public long number(String name) {
        if (object.get(name) instanceof Value.Num(BigDecimal number)) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                throw new CorruptStateException(item, "its field '" + name + "' is no whole number", e);
            }
        }
        throw corrupt(name, "a number");
    }

    public Instant instant(String name) {
        String text = text(name);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new CorruptStateException(item, "its field '" + name + "' is no time: '" + text + "'", e);
        }
    }

    public Optional<Fields> optionalObject(String name) {
        return isMissing(name) ? Optional.empty() : Optional.of(nested(name, object.get(name)));
    }

    public List<Fields> objects(String name) {
        if (object.get(name) instanceof Value.Seq(List<Value> items)) {
            return items.stream().map(value -> nested(name, value)).toList();
        }
        throw corrupt(name, "a list");
    }

    public List<String> texts(String name) {
        if (object.get(name) instanceof Value.Seq(List<Value> items)
                && items.stream().allMatch(Value.Text.class::isInstance)) {
            return items.stream().map(text -> ((Value.Text) text).value()).toList();
        }
        throw corrupt(name, "a list of texts");
    }

    private boolean isMissing(String name) {
        return object.get(name) instanceof Value.Null;
    }

    private Fields nested(String name, Value value) {
        if (value instanceof Value.Obj nested) {
            return new Fields(item, nested);
        }
        throw corrupt(name, "an object");
    }

    private CorruptStateException corrupt(String name, String expected) {
        return new CorruptStateException(item, "its field '" + name + "' is missing or not " + expected, null);
    }
}
