package dev.nanokit.engine.config.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A block of known keys.
 *
 * @param name what the block is called in the schema: {@code service}
 * @param noun what it is called in an error: {@code a service}
 * @param alternatives keys of which a block has one: an override that gives another drops the inherited one
 * @param restart the key whose change makes an override start from an empty block
 */
public record Fields(
        String name, String noun, Map<String, Field> fields, List<String> alternatives, Optional<Restart> restart)
        implements Shape {
    public Fields {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        alternatives = List.copyOf(alternatives);
    }

    /** @param otherwise the key's value where it is not given */
    public record Restart(String key, String otherwise) {}

    /**
     * @param meaning what the key is for, as editors show it
     * @param alsoCalled names by which users of other tools know it
     */
    public record Field(Shape shape, String meaning, boolean required, List<String> alsoCalled) {
        public Field {
            alsoCalled = List.copyOf(alsoCalled);
        }
    }

    @Override
    public String expected() {
        return noun + " (a block of keys)";
    }

    static Builder named(String name, String noun) {
        return new Builder(name, noun);
    }

    /** Gathers the keys of a block. */
    static final class Builder {
        private final String name;
        private final String noun;
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private List<String> alternatives = List.of();
        private Optional<Restart> restart = Optional.empty();

        private Builder(String name, String noun) {
            this.name = name;
            this.noun = noun;
        }

        Builder key(String key, Shape shape, String meaning, String... alsoCalled) {
            fields.put(key, new Field(shape, meaning, false, List.of(alsoCalled)));
            return this;
        }

        Builder required(String key, Shape shape, String meaning, String... alsoCalled) {
            fields.put(key, new Field(shape, meaning, true, List.of(alsoCalled)));
            return this;
        }

        Builder all(Fields others) {
            fields.putAll(others.fields());
            return this;
        }

        Builder oneOf(String... keys) {
            alternatives = List.of(keys);
            return this;
        }

        Builder restartsOn(String key, String otherwise) {
            restart = Optional.of(new Restart(key, otherwise));
            return this;
        }

        Fields build() {
            return new Fields(name, noun, fields, alternatives, restart);
        }
    }
}
