package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.Database;
import dev.nanokit.engine.config.tree.Block;

/** Builds databases. */
final class DatabaseDecoder {
    private DatabaseDecoder() {}

    static Database decode(String name, Block block) {
        return new Database(
                name,
                Read.choice(block, "engine", Database.Engine.class).orElseThrow(),
                Read.text(block, "version"),
                Read.text(block, "plan"),
                Read.bytes(block, "storage"),
                Read.texts(block, "env"),
                block.block("rootPassword").map(reference -> SecretDecoder.decode(name, reference)));
    }
}
