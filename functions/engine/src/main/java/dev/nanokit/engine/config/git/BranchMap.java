package dev.nanokit.engine.config.git;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code git.environments}: the most specific pattern that matches a branch tells its environment. */
public final class BranchMap {
    private static final Comparator<Mapping> MOST_SPECIFIC = Comparator.comparing(
                    (Mapping mapping) -> mapping.glob().isExact())
            .thenComparingLong(mapping -> mapping.glob().literals());

    private final List<Mapping> mappings = new ArrayList<>();

    private record Mapping(Glob glob, String environment) {}

    public BranchMap(Map<String, String> environments) {
        environments.forEach((pattern, environment) -> mappings.add(new Mapping(Glob.parse(pattern), environment)));
    }

    public Optional<String> environmentOf(String branch) {
        return mappings.stream()
                .filter(mapping -> mapping.glob().matches(branch))
                .max(MOST_SPECIFIC)
                .map(Mapping::environment);
    }
}
