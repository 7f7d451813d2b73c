package dev.nanokit.engine.config;

import dev.nanokit.engine.config.provider.Words;
import dev.nanokit.engine.config.shape.LegalName;
import dev.nanokit.engine.config.shape.Nearest;
import dev.nanokit.engine.config.tree.Block;
import dev.nanokit.engine.config.tree.Located;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a file says about itself: whose it is, and which environments there are. */
record Header(String project, String component, GitRules git, Set<String> named, Place place) {
    static final String LOCAL = "local";

    private static final String DEFAULT_COMPONENT = "main";

    static Header of(Block file) {
        Map<String, String> branches = branches(file);
        Set<String> named =
                new TreeSet<>(file.block("environments").map(Block::keys).orElse(Set.of()));
        named.addAll(branches.values());
        return new Header(
                file.text("name").map(Located::value).orElse(""),
                file.text("component").map(Located::value).orElse(DEFAULT_COMPONENT),
                new GitRules(branches, apply(file), requirements(file)),
                Collections.unmodifiableSet(named),
                file.placeOfKey("environments"));
    }

    /** Those that are named, and local. */
    Set<String> environments() {
        Set<String> all = new TreeSet<>(named);
        all.add(LOCAL);
        return Collections.unmodifiableSet(all);
    }

    boolean acceptsAny() {
        return named.isEmpty();
    }

    void require(String environment) {
        if (!LegalName.is(environment)) {
            throw new InvalidConfigException(List.of(Problem.error(
                    place,
                    "'" + environment + "' can't be the name of an environment",
                    "Names have lower-case letters, digits and '-', and begin with a letter.",
                    "Use " + nearest(environment).orElse(LegalName.nearest(environment)) + ".")));
        }
        if (!acceptsAny() && !environments().contains(environment)) {
            throw new InvalidConfigException(List.of(Problem.error(
                    place,
                    "there is no environment '" + environment + "'",
                    "This file has: " + Words.first(environments()) + ".",
                    nearest(environment)
                                    .map(near -> "Use " + near + ", or declare")
                                    .orElse("Declare") + " it under environments or git.environments.")));
        }
    }

    private Optional<String> nearest(String environment) {
        return Nearest.of(environment, environments());
    }

    private static Map<String, String> branches(Block file) {
        Map<String, String> branches = new TreeMap<>();
        file.block("git")
                .flatMap(git -> git.block("environments"))
                .ifPresent(map -> map.texts().forEach((branch, name) -> branches.put(branch, name.value())));
        return branches;
    }

    private static GitRules.Apply apply(Block file) {
        return file.block("git")
                .flatMap(git -> git.text("apply"))
                .map(apply -> GitRules.Apply.valueOf(apply.value().toUpperCase(Locale.ROOT)))
                .orElse(GitRules.Apply.MERGE);
    }

    private static Set<GitRules.Requirement> requirements(Block file) {
        Set<GitRules.Requirement> requirements = new TreeSet<>();
        file.block("git")
                .ifPresent(git -> git.texts("require")
                        .forEach(text -> requirements.add(
                                GitRules.Requirement.valueOf(text.value().toUpperCase(Locale.ROOT)))));
        return requirements;
    }
}
