package dev.nanokit.provider.aws;

import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tags that say whose a thing at AWS is. Ownership is told by them, never by a name. */
public final class Tags {
    public static final String PROJECT = "nanokit:project";
    public static final String ENVIRONMENT = "nanokit:environment";
    public static final String COMPONENT = "nanokit:component";
    /** The resource's key: {@code subnet/public-1}. */
    public static final String RESOURCE = "nanokit:resource";

    public static final String MANAGED_BY = "managed-by";
    /** What AWS's console shows as the thing's name. */
    public static final String NAME = "Name";

    private Tags() {}

    public static Map<String, String> of(Owner owner, ResourceKey key) {
        Map<String, String> tags = new TreeMap<>();
        tags.put(PROJECT, owner.project());
        tags.put(ENVIRONMENT, owner.environment());
        tags.put(COMPONENT, owner.component());
        tags.put(RESOURCE, key.toString());
        tags.put(MANAGED_BY, "nanokit");
        tags.put(NAME, owner.project() + "-" + owner.environment() + "-" + key.name());
        return tags;
    }

    /** Whose a thing with these tags is; empty where they are not ours. */
    public static Optional<Owner> owner(Map<String, String> tags) {
        String project = tags.get(PROJECT);
        String environment = tags.get(ENVIRONMENT);
        String component = tags.get(COMPONENT);
        return project == null || environment == null || component == null
                ? Optional.empty()
                : Optional.of(new Owner(project, environment, component));
    }

    /** In the form in which one of AWS's services takes them. */
    public static <T> List<T> in(Map<String, String> tags, BiFunction<String, String, T> tag) {
        return tags.entrySet().stream()
                .map(entry -> tag.apply(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** From the form in which one of AWS's services answers them. */
    public static <T> Map<String, String> from(List<T> tags, Function<T, String> key, Function<T, String> value) {
        return tags.stream().collect(Collectors.toMap(key, value, (first, second) -> first));
    }
}
