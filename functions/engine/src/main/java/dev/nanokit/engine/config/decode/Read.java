package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.check.Sizes;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Single values of a block, in the types of the records. */
final class Read {
    private Read() {}

    static Optional<String> text(Block block, String key) {
        return block.text(key).map(Located::value);
    }

    static OptionalInt whole(Block block, String key) {
        Optional<Located<Integer>> value = block.whole(key);
        return value.isPresent() ? OptionalInt.of(value.get().value()) : OptionalInt.empty();
    }

    static OptionalLong bytes(Block block, String key) {
        Optional<Long> bytes = text(block, key).flatMap(Sizes::bytes);
        return bytes.isPresent() ? OptionalLong.of(bytes.get()) : OptionalLong.empty();
    }

    /** The constant that is spelled like the text, but for case. */
    static <E extends Enum<E>> Optional<E> choice(Block block, String key, Class<E> type) {
        return text(block, key).map(text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
    }

    /** The texts below a key, by their keys. */
    static Map<String, String> texts(Block block, String key) {
        Map<String, String> texts = new TreeMap<>();
        block.block(key).ifPresent(below -> below.texts().forEach((name, text) -> texts.put(name, text.value())));
        return texts;
    }
}
