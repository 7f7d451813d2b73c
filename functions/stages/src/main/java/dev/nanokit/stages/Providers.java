package dev.nanokit.stages;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What there is for each provider: the provider itself, or the function that works with it.
 *
 * @param byId those that are there
 */
public record Providers<T>(Map<ProviderId, T> byId) {
    public Providers {
        byId = byId.isEmpty() ? Map.of() : new EnumMap<>(byId);
    }

    /** @throws InvalidConfigException when it is not there, with the place that asks for it */
    public T of(Environment environment) {
        T found = byId.get(environment.infra().provider());
        if (found == null) {
            throw missing(environment, byId.keySet());
        }
        return found;
    }

    private static InvalidConfigException missing(Environment environment, Collection<ProviderId> there) {
        return new InvalidConfigException(List.of(Problem.error(
                environment.places().of("infra", "provider"),
                "the provider " + environment.infra().provider().id() + " is not in this build",
                "the file is valid, but nothing here can make what it asks for",
                "use one of: " + there.stream().map(ProviderId::id).toList())));
    }
}
