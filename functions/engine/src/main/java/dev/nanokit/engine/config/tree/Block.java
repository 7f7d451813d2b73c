package dev.nanokit.engine.config.tree;

import dev.nanokit.engine.source.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A block of keys in normal form, read by kind. What is opaque is there ({@link #has}) but reads as empty, so that a
 * rule about it is left alone until it can be looked into.
 */
public final class Block {
    private final Path path;
    private final Place place;
    private final Node.Mapping mapping;

    private Block(Path path, Place place, Node.Mapping mapping) {
        this.path = path;
        this.place = place;
        this.mapping = mapping;
    }

    public static Block root(Node.Mapping mapping) {
        return new Block(Path.ROOT, mapping.place(), mapping);
    }

    public Path path() {
        return path;
    }

    /** Where the block's own key stands. */
    public Place place() {
        return place;
    }

    /** Where the key's value stands, or the block where it has no such key. */
    public Place placeOf(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? place : entry.place();
    }

    /** Where the key itself stands, or the block where it has no such key. */
    public Place placeOfKey(String key) {
        Node.Entry entry = mapping.entries().get(key);
        return entry == null ? place : entry.key();
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** Whether the key is there and can't be looked into. */
    public boolean isOpaque(String key) {
        return mapping.get(key).filter(Node.Opaque.class::isInstance).isPresent();
    }

    public Set<String> keys() {
        return mapping.entries().keySet();
    }

    public Optional<Located<String>> text(String key) {
        return mapping.get(key).flatMap(Block::text);
    }

    public Optional<Located<Integer>> whole(String key) {
        return scalar(key, ScalarKind.INTEGER, Integer::valueOf);
    }

    public Optional<Located<BigDecimal>> decimal(String key) {
        return scalar(key, ScalarKind.DECIMAL, BigDecimal::new);
    }

    public Optional<Located<Boolean>> flag(String key) {
        return scalar(key, ScalarKind.BOOLEAN, Boolean::valueOf);
    }

    public boolean isTrue(String key) {
        return flag(key).map(Located::value).orElse(false);
    }

    public Optional<Block> block(String key) {
        return mapping.get(key)
                .filter(Node.Mapping.class::isInstance)
                .map(node -> new Block(path.key(key), placeOfKey(key), (Node.Mapping) node));
    }

    /** The blocks below this one, by their keys. */
    public Map<String, Block> blocks() {
        Map<String, Block> blocks = new LinkedHashMap<>();
        keys().forEach(key -> block(key).ifPresent(block -> blocks.put(key, block)));
        return blocks;
    }

    /** The blocks below a key: empty where there is none. */
    public Map<String, Block> blocks(String key) {
        return block(key).map(Block::blocks).orElse(Map.of());
    }

    /** The blocks in a list. */
    public List<Block> items(String key) {
        List<Block> blocks = new ArrayList<>();
        List<Node> items = list(key);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Node.Mapping item) {
                blocks.add(new Block(path.key(key).item(i), item.place(), item));
            }
        }
        return blocks;
    }

    /** The texts in a list. */
    public List<Located<String>> texts(String key) {
        return list(key).stream().flatMap(node -> text(node).stream()).toList();
    }

    /** The texts of this block, by their keys. */
    public Map<String, Located<String>> texts() {
        Map<String, Located<String>> texts = new LinkedHashMap<>();
        keys().forEach(key -> text(key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }

    private List<Node> list(String key) {
        return mapping.get(key).orElse(null) instanceof Node.Sequence sequence ? sequence.items() : List.of();
    }

    private <T> Optional<Located<T>> scalar(String key, ScalarKind kind, Function<String, T> read) {
        return mapping.get(key).orElse(null) instanceof Node.Scalar scalar && scalar.kind() == kind
                ? Optional.of(new Located<>(read.apply(scalar.text()), scalar.place()))
                : Optional.empty();
    }

    private static Optional<Located<String>> text(Node node) {
        return node instanceof Node.Scalar scalar && scalar.kind() == ScalarKind.TEXT
                ? Optional.of(new Located<>(scalar.text(), scalar.place(), scalar.origin()))
                : Optional.empty();
    }
}
