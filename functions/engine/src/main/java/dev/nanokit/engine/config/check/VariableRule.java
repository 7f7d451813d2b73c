package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;
import java.util.stream.Stream;

/** A variable is given in one way: as it is, or as a secret. */
final class VariableRule implements Rule {
    @Override
    public void check(Draft draft, Problems problems) {
        Stream.concat(Stream.of(draft.root()), draft.services().values().stream())
                .forEach(owner -> check(owner, problems));
    }

    private static void check(Block owner, Problems problems) {
        Optional<Block> env = owner.block("env");
        Optional<Block> secrets = owner.block("secrets");
        if (env.isPresent() && secrets.isPresent()) {
            secrets.get().keys().stream()
                    .filter(env.get()::has)
                    .forEach(name -> problems.error(
                            env.get().placeOfKey(name),
                            env.get().path().key(name) + " stands under secrets too",
                            "A variable has one value.",
                            "Remove it from env if it is a secret, else from secrets."));
        }
    }
}
