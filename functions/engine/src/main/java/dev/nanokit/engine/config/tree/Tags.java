package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** Tags ({@code !!str}): those of the core schema are followed, any other is an error. */
final class Tags {
    private static final String CORE = "tag:yaml.org,2002:";
    private static final Map<String, ScalarKind> SCALARS = Map.of(
            CORE + "str", ScalarKind.TEXT,
            CORE + "int", ScalarKind.INTEGER,
            CORE + "float", ScalarKind.DECIMAL,
            CORE + "bool", ScalarKind.BOOLEAN,
            CORE + "null", ScalarKind.NULL);

    private final Problems problems;

    Tags(Problems problems) {
        this.problems = problems;
    }

    Node scalar(ScalarEvent event, Place place) {
        String text = event.getValue();
        Optional<String> tag = event.getTag().filter(name -> !name.equals("!"));
        if (tag.isEmpty()) {
            boolean plain = event.isPlain() && event.getTag().isEmpty();
            return new Node.Scalar(place, text, plain ? ScalarKind.ofPlain(text) : ScalarKind.TEXT);
        }
        ScalarKind kind = SCALARS.get(tag.get());
        if (kind == null) {
            return unknown(tag.get(), place);
        }
        if (!fits(text, kind)) {
            problems.error(
                    place,
                    "the value does not fit its tag " + shown(tag.get()),
                    "The tag asks for another kind of value.",
                    "Remove the tag, or correct the value.");
            return new Node.Opaque(place, Optional.empty());
        }
        return new Node.Scalar(place, text, kind);
    }

    private static boolean fits(String text, ScalarKind kind) {
        ScalarKind plain = ScalarKind.ofPlain(text);
        return kind == ScalarKind.TEXT || kind == plain || (kind == ScalarKind.DECIMAL && plain == ScalarKind.INTEGER);
    }

    void checkCollection(CollectionStartEvent event, Place place) {
        String own = CORE + (event instanceof MappingStartEvent ? "map" : "seq");
        event.getTag().filter(tag -> !tag.equals("!") && !tag.equals(own)).ifPresent(tag -> unknown(tag, place));
    }

    private Node unknown(String tag, Place place) {
        problems.error(
                place,
                "the tag " + shown(tag) + " is not supported",
                "A nanokit.yml consists of keys, lists, text, numbers and booleans.",
                "Remove the tag.");
        return new Node.Opaque(place, Optional.empty());
    }

    private static String shown(String tag) {
        return tag.startsWith(CORE) ? "!!" + tag.substring(CORE.length()) : tag;
    }
}
