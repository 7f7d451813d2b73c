package dev.nanokit.engine.config.check;

import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.source.Problems;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A variable is given in one way, and those that Nanokit sets itself are left to it. */
final class VariableRule implements Rule {
    private static final Set<String> OWN = Set.of("NANOKIT_PROJECT", "NANOKIT_ENV", "NANOKIT_SERVICE");
    private static final String OWN_URLS = "NANOKIT_URL_";

    @Override
    public void check(Draft draft, Problems problems) {
        Stream.concat(Stream.of(draft.root()), draft.services().values().stream())
                .forEach(owner -> check(owner, problems));
        draft.runtimes().values().forEach(runtime -> check(runtime, problems));
    }

    private static void check(Block owner, Problems problems) {
        Optional<Block> env = owner.block("env");
        Optional<Block> secrets = owner.block("secrets");
        env.ifPresent(block -> checkOwn(block, problems));
        secrets.ifPresent(block -> checkOwn(block, problems));
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

    private static void checkOwn(Block block, Problems problems) {
        block.keys().stream()
                .filter(name -> OWN.contains(name) || name.startsWith(OWN_URLS))
                .forEach(name -> problems.error(
                        block.placeOfKey(name),
                        block.path().key(name) + " is set by Nanokit",
                        "Every service gets NANOKIT_PROJECT, NANOKIT_ENV, NANOKIT_SERVICE and NANOKIT_URL_<SIBLING>.",
                        "Choose another name."));
    }
}
