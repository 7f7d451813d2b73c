package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The anchors ({@code &name}) that were met so far, and what aliases ({@code *name}) of them stand for. */
final class Anchors {
    private final Map<String, Anchored> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final Limits limits;
    private final Problems problems;
    private int uses;

    Anchors(Limits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * @param values how many values the node has below it
     * @param height how many levels they are deep
     */
    record Anchored(Node node, int values, int height) {}

    /** The value behind this anchor begins. */
    void open(String name) {
        open.add(name);
        known.remove(name);
    }

    void close(String name, Anchored anchored) {
        open.remove(name);
        known.put(name, anchored);
    }

    Anchored use(String name, Place place) {
        if (++uses > limits.aliases()) {
            problems.error(
                    place,
                    "the file uses more than " + limits.aliases() + " aliases",
                    "Files are read within limits, so that none can exhaust this machine.",
                    "Write values out, or split the file into components.");
            throw new InvalidConfigException(problems.errors());
        }
        Anchored anchored = known.get(name);
        if (anchored != null) {
            return anchored;
        }
        if (open.contains(name)) {
            problems.error(
                    place,
                    "the alias *" + name + " stands inside its own anchor",
                    "A value can't contain itself.",
                    "Move the anchor, or write the value out.");
        } else {
            problems.error(
                    place,
                    "the alias *" + name + " has no anchor before it",
                    "An alias repeats a value that was marked with &" + name + ".",
                    "Mark a value above with &" + name + ", or quote the text if it is none.");
        }
        return new Anchored(new Node.Opaque(place, Optional.empty()), 0, 0);
    }
}
