package dev.nanokit.engine.config.git;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code git.environments}: the most specific pattern that matches a branch tells its environment. */
public final class BranchMap {
    private final List<Mapping> mappings = new ArrayList<>();

    private record Mapping(Glob glob, String environment) {}

    public BranchMap(Map<String, String> environments) {
        environments.forEach((pattern, environment) -> mappings.add(new Mapping(Glob.parse(pattern), environment)));
    }

    public Optional<String> environmentOf(String branch) {
        return mappings.stream()
                .filter(mapping -> mapping.glob().matches(branch))
                .max(BranchMap::bySpecificity)
                .map(Mapping::environment);
    }

    private static int bySpecificity(Mapping one, Mapping other) {
        int exact = Boolean.compare(one.glob().isExact(), other.glob().isExact());
        return exact != 0
                ? exact
                : Long.compare(one.glob().literals(), other.glob().literals());
    }
}
