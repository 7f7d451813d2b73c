package dev.nanokit.engine.config.decode;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.tree.Block;
import java.util.Map;
import java.util.TreeMap;

/** Builds references to secrets. */
final class SecretDecoder {
    private SecretDecoder() {}

    /** @param name the secret's own name, which a variable shares where none is given */
    static SecretRef decode(String name, Block block) {
        String from = Read.text(block, "from").orElseThrow();
        return switch (from) {
            case "env" ->
                new SecretRef(SecretRef.Store.ENV, Read.text(block, "name").orElse(name), block.place());
            case "ssm" ->
                new SecretRef(SecretRef.Store.SSM, Read.text(block, "path").orElseThrow(), block.place());
            case "secretsmanager" ->
                new SecretRef(
                        SecretRef.Store.SECRETS_MANAGER, Read.text(block, "id").orElseThrow(), block.place());
            default -> throw new IllegalStateException("no place of secrets is called " + from);
        };
    }

    /** The secrets of a block, by their names. */
    static Map<String, SecretRef> decodeAll(Block owner) {
        Map<String, SecretRef> secrets = new TreeMap<>();
        owner.blocks("secrets").forEach((name, block) -> secrets.put(name, decode(name, block)));
        return secrets;
    }
}
