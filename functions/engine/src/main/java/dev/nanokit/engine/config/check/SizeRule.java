package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;

/** Sizes are above zero, and no more than can be counted. */
final class SizeRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        draft.services().values().forEach(service -> check(service, "memory", problems));
        draft.databases().values().forEach(database -> check(database, "storage", problems));
        draft.volumes().values().forEach(volume -> check(volume, "size", problems));
    }

    private static void check(Block block, String key, Problems problems) {
        block.text(key)
                .filter(text -> Sizes.bytes(text.value()).isEmpty())
                .ifPresent(text -> problems.error(
                        text.place(),
                        block.path() + "." + key + " " + text.shown() + " is no possible size",
                        "A size is one byte at least, and less than 8,388,608 tb.",
                        "Write a size such as 512mb or 20gb."));
    }
}
