package dev.nanokit.engine.resource;

import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Recorded resources as JSON text, the form in which state keeps them. */
public final class ResourceJson {
    private ResourceJson() {}

    /** @throws IllegalStateException when a secret in the spec or the outputs is not sealed */
    public static String write(RecordedResource resource) {
        Map<String, Value> fields = new TreeMap<>();
        fields.put("key", Value.text(resource.key().toString()));
        fields.put("component", Value.text(resource.component()));
        fields.put("section", word(resource.section()));
        fields.put("phase", word(resource.phase()));
        resource.providerId().ifPresent(id -> fields.put("providerId", Value.text(id)));
        fields.put("spec", resource.spec());
        fields.put("outputs", resource.outputs());
        fields.put("dependsOn", sorted(resource.dependsOn()));
        fields.put("holdsData", Value.bool(resource.holdsData()));
        fields.put("claims", sorted(resource.claims()));
        fields.put("clientToken", Value.text(resource.clientToken()));
        fields.put("serial", Value.num(resource.serial()));
        return ValueJson.write(Value.obj(fields));
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} gives; names the field */
    public static RecordedResource read(String json) {
        Value.Obj object = ValueJson.readObject(json);
        return new RecordedResource(
                ResourceKey.parse(text(object, "key")),
                text(object, "component"),
                Section.valueOf(text(object, "section").toUpperCase(Locale.ROOT)),
                Phase.valueOf(text(object, "phase").toUpperCase(Locale.ROOT)),
                Optional.of("providerId").filter(object.fields()::containsKey).map(id -> text(object, id)),
                field(object, "spec", Value.Obj.class),
                field(object, "outputs", Value.Obj.class),
                set(object, "dependsOn", ResourceKey::parse),
                field(object, "holdsData", Value.Bool.class).value(),
                set(object, "claims", Function.identity()),
                text(object, "clientToken"),
                whole(field(object, "serial", Value.Num.class).value()));
    }

    private static Value word(Enum<?> constant) {
        return Value.text(constant.name().toLowerCase(Locale.ROOT));
    }

    private static Value sorted(Collection<?> items) {
        return Value.texts(items.stream().map(Object::toString).sorted().toList());
    }

    private static String text(Value.Obj object, String name) {
        return field(object, name, Value.Text.class).value();
    }

    private static long whole(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("the field serial is not a whole number", e);
        }
    }

    private static <T> Set<T> set(Value.Obj object, String name, Function<String, T> parse) {
        Set<T> items = new LinkedHashSet<>();
        for (Value item : field(object, name, Value.Seq.class).items()) {
            if (!(item instanceof Value.Text text)) {
                throw new IllegalArgumentException("the field " + name + " holds something else than text");
            }
            items.add(parse.apply(text.value()));
        }
        return items;
    }

    private static <T extends Value> T field(Value.Obj object, String name, Class<T> type) {
        Value value = object.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("the field " + name + " of a recorded resource is missing or not "
                    + type.getSimpleName().toLowerCase(Locale.ROOT));
        }
        return type.cast(value);
    }
}
