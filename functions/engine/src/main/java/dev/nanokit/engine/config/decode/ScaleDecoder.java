package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.tree.Block;

/** Builds the bounds of a service's scaling. */
final class ScaleDecoder {
    private static final int DEFAULT_MIN = 1;
    private static final int DEFAULT_THRESHOLD = 70;

    private ScaleDecoder() {}

    static Service.Scale decode(Block block) {
        return new Service.Scale(
                Read.whole(block, "min").orElse(DEFAULT_MIN),
                Read.whole(block, "max").orElseThrow(),
                threshold(block));
    }

    private static int threshold(Block block) {
        return Read.whole(block, "cpu_threshold")
                .orElseGet(() -> Read.text(block, "cpu_threshold")
                        .map(text -> Integer.parseInt(text.substring(0, text.length() - 1)))
                        .orElse(DEFAULT_THRESHOLD));
    }
}
