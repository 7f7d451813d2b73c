package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problems;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree from the parser's events, holding the limits as it goes. */
final class TreeComposer {
    private final String file;
    private final Limits limits;
    private final Iterator<Event> events;
    private final Problems problems;
    private final Tags tags;
    private final Anchors anchors;
    private int values;
    private int deepest;

    TreeComposer(String file, Limits limits, Iterator<Event> events, Problems problems) {
        this.file = file;
        this.limits = limits;
        this.events = events;
        this.problems = problems;
        this.tags = new Tags(problems);
        this.anchors = new Anchors(limits, problems);
    }

    Optional<Node> compose() {
        Optional<Node> root = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                if (root.isPresent()) {
                    problems.error(
                            place(event),
                            "a second document begins here",
                            "A nanokit.yml is one YAML document.",
                            "Remove the '---', or move what follows to a file of its own.");
                    return root;
                }
                root = Optional.of(node(events.next(), 1));
            }
        }
        return root;
    }

    private Node node(Event event, int depth) {
        Place place = place(event);
        count(place, depth);
        if (event instanceof AliasEvent alias) {
            return alias(alias.getAlias().getValue(), place, depth);
        }
        Optional<String> anchor = ((NodeEvent) event).getAnchor().map(Object::toString);
        anchor.ifPresent(anchors::open);
        int valuesBefore = values;
        int deepestBefore = deepest;
        deepest = depth;
        Node node = switch (event) {
            case ScalarEvent scalar -> tags.scalar(scalar, place);
            case SequenceStartEvent start -> sequence(start, place, depth);
            case MappingStartEvent start -> mapping(start, place, depth);
            default -> throw new IllegalStateException("no value begins with " + event);
        };
        anchor.ifPresent(
                name -> anchors.close(name, new Anchors.Anchored(node, values - valuesBefore, deepest - depth)));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private void count(Place place, int depth) {
        checkDepth(place, depth);
        addValues(place, 1);
    }

    private void checkDepth(Place place, int depth) {
        deepest = Math.max(deepest, depth);
        if (depth > limits.depth()) {
            throw beyond(place, "values are nested deeper than " + limits.depth() + " levels", "Flatten the file.");
        }
    }

    private void addValues(Place place, int more) {
        values += more;
        if (values > limits.values()) {
            throw beyond(
                    place,
                    "the file has more than " + limits.values() + " values, those behind aliases counted each time",
                    "Split it into components with a nanokit.yml each, and use fewer aliases.");
        }
    }

    private Node alias(String name, Place place, int depth) {
        Anchors.Anchored anchored = anchors.use(name, place);
        checkDepth(place, depth + anchored.height());
        addValues(place, anchored.values());
        return anchored.node();
    }

    private Node sequence(SequenceStartEvent start, Place place, int depth) {
        tags.checkCollection(start, place);
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); !(event instanceof SequenceEndEvent); event = events.next()) {
            items.add(node(event, depth + 1));
        }
        return new Node.Sequence(place, items);
    }

    private Node mapping(MappingStartEvent start, Place place, int depth) {
        tags.checkCollection(start, place);
        MappingBuilder mapping = new MappingBuilder(place, problems);
        for (Event event = events.next(); !(event instanceof MappingEndEvent); event = events.next()) {
            Node key = node(event, depth + 1);
            boolean plain = event instanceof ScalarEvent scalar && scalar.isPlain();
            mapping.put(key, place(event), plain, node(events.next(), depth + 1));
        }
        return mapping.build();
    }

    private Place place(Event event) {
        Mark mark = event.getStartMark().orElseThrow();
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private InvalidConfigException beyond(Place place, String what, String fix) {
        problems.error(place, what, "Files are read within limits, so that none can exhaust this machine.", fix);
        return new InvalidConfigException(problems.errors());
    }
}
