package dev.nanokit.engine.value;

import dev.nanokit.engine.resource.ResourceKey;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values for properties. */
public final class Values {
    private Values() {}

    /** Trees of every kind of value, without revealed secrets. */
    public static Arbitrary<Value> storable() {
        return Arbitraries.lazyOf(
                Values::leaf, Values::leaf, Values::leaf, Values::list, Values::object, Values::template);
    }

    /** Keys such as people write, and such as would be mistaken for tags. */
    public static Arbitrary<String> key() {
        return Arbitraries.oneOf(
                Arbitraries.strings().alpha().ofMaxLength(5),
                Arbitraries.of("$ref", "$$ref", "$secret", "$", "$$", "", "a.b", "Ü", "\u2028", "\"", "\\"));
    }

    private static Arbitrary<Value> leaf() {
        return Arbitraries.oneOf(
                Arbitraries.just(Value.NULL),
                Arbitraries.of(true, false).map(Value::bool),
                numbers(),
                Arbitraries.strings().ofMaxLength(8).filter(Values::isEncodable).map(Value::text),
                refs(),
                refs().map(Value.Unknown::new),
                Arbitraries.strings().alpha().ofMaxLength(5).map(s -> Value.hidden(Secret.reference(s))),
                Arbitraries.strings().alpha().ofMaxLength(5).map(s -> Value.hidden(Secret.sealed(s, "hmac:" + s))));
    }

    private static Arbitrary<Value> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.bigDecimals().map(Value::num),
                Arbitraries.longs().map(Value::num),
                Arbitraries.of("1E+1000", "1E-1000", "-0.0", "1E+40", "100", "1.500")
                        .map(s -> Value.num(new BigDecimal(s))));
    }

    private static Arbitrary<Value.Ref> refs() {
        return Combinators.combine(Arbitraries.of("a", "b"), Arbitraries.of("x", "y/z"))
                .as((name, output) -> Value.ref(new ResourceKey("network", name), output));
    }

    private static Arbitrary<Value> list() {
        return storable().list().ofMaxSize(3).map(Value::seq);
    }

    private static Arbitrary<Value> object() {
        return Arbitraries.maps(key(), storable()).ofMaxSize(3).map(Value::obj);
    }

    private static Arbitrary<Value> template() {
        return leaf().list().ofMaxSize(3).map((List<Value> parts) -> new Value.Template(parts));
    }

    private static boolean isEncodable(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }
}
