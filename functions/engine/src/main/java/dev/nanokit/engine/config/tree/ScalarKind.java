package dev.nanokit.engine.config.tree;

import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/** What a scalar is by the core schema of YAML 1.2, in which {@code no} and {@code on} are text. */
public enum ScalarKind {
    NULL("nothing"),
    BOOLEAN("the boolean"),
    INTEGER("the number"),
    DECIMAL("the number"),
    TEXT("the text");

    private static final ScalarResolver CORE = new CoreScalarResolver(false);

    private final String noun;

    ScalarKind(String noun) {
        this.noun = noun;
    }

    /** As an error calls it: {@code the number}. */
    public String noun() {
        return noun;
    }

    /** The kind of a scalar that is written like this, without quotes. */
    public static ScalarKind ofPlain(String text) {
        return ofTag(CORE.resolve(text, true));
    }

    private static ScalarKind ofTag(Tag tag) {
        if (tag.equals(Tag.NULL)) {
            return NULL;
        }
        if (tag.equals(Tag.BOOL)) {
            return BOOLEAN;
        }
        if (tag.equals(Tag.INT)) {
            return INTEGER;
        }
        return tag.equals(Tag.FLOAT) ? DECIMAL : TEXT;
    }
}
