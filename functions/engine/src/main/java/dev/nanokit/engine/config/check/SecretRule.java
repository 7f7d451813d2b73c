package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.Problems;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A reference to a secret says where it is looked up, and has the keys that are needed there. */
final class SecretRule implements Rule {
    /** The key that each place of secrets needs; variables take the secret's own name where none is given. */
    private static final Map<String, String> KEY = Map.of("env", "name", "ssm", "path", "secretsmanager", "id");

    @Override
    public void check(Draft draft, Problems problems) {
        Stream.concat(Stream.of(draft.root()), draft.services().values().stream())
                .flatMap(owner -> owner.blocks("secrets").values().stream())
                .forEach(secret -> check(secret, problems));
        draft.databases()
                .values()
                .forEach(database ->
                        database.block("rootPassword").ifPresent(secret -> checkPassword(secret, problems)));
    }

    private static void checkPassword(Block secret, Problems problems) {
        check(secret, problems);
        boolean fromEnv =
                secret.text("from").filter(from -> from.value().equals("env")).isPresent();
        if (fromEnv && !secret.has("name")) {
            problems.error(
                    secret.place(),
                    secret.path() + ".name is missing",
                    "A password has no name of its own that the variable could share.",
                    "Add name: with the variable's name.");
        }
    }

    private static void check(Block secret, Problems problems) {
        Optional<Located<String>> from = secret.text("from");
        if (!secret.has("from")) {
            problems.error(
                    secret.place(),
                    secret.path() + ".from is missing",
                    "It says where the value is looked up.",
                    "Add from: env, from: ssm or from: secretsmanager.");
        }
        from.ifPresent(store -> checkKeys(secret, store.value(), problems));
    }

    private static void checkKeys(Block secret, String store, Problems problems) {
        String needed = KEY.get(store);
        if (!needed.equals("name") && !secret.has(needed)) {
            problems.error(
                    secret.place(),
                    secret.path() + "." + needed + " is missing",
                    "from: " + store + " needs it to find the value.",
                    "Add " + needed + ": …");
        }
        secret.keys().stream()
                .filter(key -> !key.equals("from") && !key.equals(needed))
                .forEach(key -> problems.error(
                        secret.placeOfKey(key),
                        secret.path() + "." + key + " has no meaning with from: " + store,
                        "from: " + store + " takes " + needed + ".",
                        "Remove " + key + ", or change from."));
    }
}
