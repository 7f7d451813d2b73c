package dev.nanokit.engine.value;

/**
 * Values as JSON text, in one canonical form: keys sorted, no spaces, numbers without needless digits. Equal values
 * give equal text.
 *
 * <p>What JSON has no word for is an object with one key that begins with {@code $}:
 *
 * <pre>
 * {"$ref":{"output":"id","resource":"network/default"}}
 * {"$unknown":{"output":"id","resource":"network/default"}}
 * {"$template":["postgres://",{"$ref":…},"/app"]}
 * {"$secret":{"digest":"hmac-sha256:…","source":"ssm:/shop/orders"}}
 * </pre>
 *
 * A key of the value's own that begins with {@code $} is written with one {@code $} more.
 */
public final class ValueJson {
    private ValueJson() {}

    /** @throws IllegalStateException when a secret in it is revealed: such a value must not be kept anywhere */
    public static String write(Value value) {
        return JsonText.compact(out -> new ValueWriter(out).write(value));
    }

    /** @throws IllegalArgumentException when the text is not what {@link #write} gives; says where */
    public static Value read(String json) {
        return ValueReader.read(json);
    }

    /** @throws IllegalArgumentException when the text is not an object as {@link #write} gives it; says where */
    public static Value.Obj readObject(String json) {
        if (read(json) instanceof Value.Obj object) {
            return object;
        }
        throw new IllegalArgumentException("expected a JSON object");
    }
}
