package dev.nanokit.state.run;

import dev.nanokit.engine.value.JsonFields;
import dev.nanokit.engine.value.Value;
import dev.nanokit.engine.value.ValueJson;
import dev.nanokit.state.table.Condition;
import dev.nanokit.state.table.CorruptStateException;
import dev.nanokit.state.table.Item;
import dev.nanokit.state.table.ItemKey;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.Write;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * The items of runs: JSON texts of any length under a name. One that is longer than an item may be is cut: its pieces
 * lie beside it, as {@code NAME~0001} and so on, and are written before the item that says how many they are.
 */
final class RunItems {
    /** Each character takes up to three bytes, and is escaped to six at most where it takes one. */
    private static final int PIECE = 60_000;

    private static final int MAX_WHOLE_CHARS = 100_000;
    private static final String PIECES = "~pieces";

    private final Table table;
    private final InstantSource clock;

    RunItems(Table table, InstantSource clock) {
        this.table = table;
        this.clock = clock;
    }

    static ItemKey key(String run, String name) {
        return new ItemKey("RUN#" + run, name);
    }

    Optional<Item> item(String run, String name) {
        return table.get(key(run, name));
    }

    Optional<String> get(String run, String name) {
        return item(run, name).map(this::whole);
    }

    /** Every item whose name begins so, in order, each whole. */
    List<Named> query(String run, String prefix) {
        Map<String, Item> heads = new LinkedHashMap<>();
        Map<String, List<String>> pieces = new HashMap<>();
        table.query(key(run, "").partition(), prefix, item -> {
            String name = item.key().sort();
            int cut = name.indexOf('~');
            if (cut < 0) {
                heads.put(name, item);
            } else {
                pieces.computeIfAbsent(name.substring(0, cut), head -> new ArrayList<>())
                        .add(piece(item));
            }
        });
        return heads.values().stream()
                .map(head -> new Named(
                        head.key().sort(),
                        join(head, pieces.getOrDefault(head.key().sort(), List.of()))))
                .toList();
    }

    /** An item with the name that it lies under. */
    record Named(String name, String json) {
        <T> T read(String run, Function<String, T> reader) {
            return RunItems.read(key(run, name), json, reader);
        }
    }

    /** Reads what an item holds, and says which item it is where that can't be read. */
    static <T> T read(ItemKey key, String json, Function<String, T> reader) {
        try {
            return reader.apply(json);
        } catch (IllegalArgumentException e) {
            throw new CorruptStateException(key, String.valueOf(e.getMessage()), e);
        }
    }

    void put(String run, String name, String json) {
        table.transact(List.of(write(run, name, json, new Condition.Always())));
    }

    /** The write of an item; where it is too long for one, its pieces have been written by then. */
    Write.Put write(String run, String name, String json, Condition condition) {
        if (json.length() <= MAX_WHOLE_CHARS) {
            return new Write.Put(at(run, name, 1, json), condition);
        }
        int pieces = 0;
        for (int from = 0; from < json.length(); pieces++) {
            int to = end(json, from);
            String body = ValueJson.write(Value.obj(Map.of("piece", Value.text(json.substring(from, to)))));
            table.transact(List.of(
                    new Write.Put(at(run, "%s~%04d".formatted(name, pieces), 1, body), new Condition.Always())));
            from = to;
        }
        String head = ValueJson.write(Value.obj(Map.of(PIECES, Value.num(pieces))));
        return new Write.Put(at(run, name, 1, head), condition);
    }

    private static int end(String json, int from) {
        int to = Math.min(json.length(), from + PIECE);
        return to < json.length() && Character.isHighSurrogate(json.charAt(to - 1)) ? to - 1 : to;
    }

    Item at(String run, String name, long version, String body) {
        long expiresAt = clock.instant().plus(Runs.KEEP).getEpochSecond();
        return new Item(key(run, name), version, 0, body, OptionalLong.of(expiresAt));
    }

    private String whole(Item item) {
        if (!isCut(item)) {
            return item.body();
        }
        List<String> pieces = new ArrayList<>();
        table.query(item.key().partition(), item.key().sort() + "~", piece -> pieces.add(piece(piece)));
        return join(item, pieces);
    }

    private static boolean isCut(Item item) {
        return item.body().startsWith("{\"" + PIECES + "\"");
    }

    private static String join(Item item, List<String> pieces) {
        if (!isCut(item)) {
            return item.body();
        }
        long expected =
                read(item.key(), item.body(), json -> JsonFields.parse(json).number(PIECES));
        if (pieces.size() < expected) {
            throw new CorruptStateException(
                    item.key(), "it has " + expected + " pieces, and " + pieces.size() + " are there", null);
        }
        return String.join("", pieces.subList(0, (int) expected));
    }

    private static String piece(Item item) {
        return read(item.key(), item.body(), json -> JsonFields.parse(json).text("piece"));
    }
}
