package dev.nanokit.engine.model;

import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Builds desired resources in tests: {@code a("container/web").with("image", "nginx").after("network/default")}. */
public final class Resources {
    private final ResourceKey key;
    private final Map<String, Value> spec = new TreeMap<>();
    private final Set<ResourceKey> dependsOn = new LinkedHashSet<>();
    private final Set<ResourceKey> updateAfter = new LinkedHashSet<>();
    private final Set<String> replaceOn = new HashSet<>();
    private final Set<String> claims = new HashSet<>();
    private Management management = Management.MANAGED;
    private boolean holdsData;
    private int line = 1;

    private Resources(ResourceKey key) {
        this.key = key;
    }

    public static Resources a(String key) {
        return new Resources(ResourceKey.parse(key));
    }

    public static Resources a(ResourceKey key) {
        return new Resources(key);
    }

    public Resources with(String field, String text) {
        return with(field, Value.text(text));
    }

    public Resources with(String field, Value value) {
        spec.put(field, value);
        return this;
    }

    public Resources after(String dependency) {
        return after(ResourceKey.parse(dependency));
    }

    public Resources after(ResourceKey dependency) {
        dependsOn.add(dependency);
        return this;
    }

    public Resources updatedAfter(String replica) {
        updateAfter.add(ResourceKey.parse(replica));
        return this;
    }

    public Resources replacedOn(String field) {
        replaceOn.add(field);
        return this;
    }

    public Resources claiming(String claim) {
        claims.add(claim);
        return this;
    }

    public Resources holdingData() {
        holdsData = true;
        return this;
    }

    public Resources managed(Management by) {
        management = by;
        return this;
    }

    public Resources onLine(int number) {
        line = number;
        return this;
    }

    public Resource build() {
        return new Resource(
                key,
                section(key),
                management,
                Value.obj(spec),
                dependsOn,
                updateAfter,
                holdsData,
                replaceOn,
                claims,
                new Place("nanokit.yml", line, 1));
    }

    private static Section section(ResourceKey key) {
        return switch (key.type()) {
            case "network", "volume" -> Section.INFRASTRUCTURE;
            case "database" -> Section.DATABASES;
            default -> Section.SERVICES;
        };
    }
}
