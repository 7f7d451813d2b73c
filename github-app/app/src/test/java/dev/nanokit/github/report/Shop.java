package dev.nanokit.github.report;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.plan.Planner;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An environment of a shop, planned by the real engine: what is there, and what the file wants. */
final class Shop {
    static final String FILE = "nanokit.yml";
    static final String COMMIT = "8f3c2d1e9b7a4c5d6e8f9a0b1c2d3e4f5a6b7c8d";
    static final Owner OWNER = new Owner("shop", "production", "main");
    private static final SealingKey KEY = new SealingKey(new byte[16]);

    private final List<Resource> desired = new ArrayList<>();
    private final List<RecordedResource> recorded = new ArrayList<>();
    private final Map<ResourceKey, Observed> observed = new LinkedHashMap<>();
    private final List<Problem> warnings = new ArrayList<>();
    private Management infrastructure = Management.MANAGED;

    /** {@code network/backend}, with its section by its type. */
    Shop wants(String key, int line, Map<String, Value> spec, String... dependsOn) {
        ResourceKey parsed = ResourceKey.parse(key);
        Section section = section(parsed);
        desired.add(new Resource(
                parsed,
                section,
                section == Section.INFRASTRUCTURE ? infrastructure : Management.MANAGED,
                Value.obj(spec),
                keys(dependsOn),
                Set.of(),
                holdsData(parsed),
                Set.of("engine", "driver"),
                Set.of(),
                new Place(FILE, line, 3)));
        return this;
    }

    Shop has(String key, Map<String, Value> spec, String... dependsOn) {
        ResourceKey parsed = ResourceKey.parse(key);
        Value.Obj sealed = (Value.Obj) seal(Value.obj(spec));
        String id = Integer.toHexString(key.hashCode() | 0x10000000) + "c0de";
        recorded.add(new RecordedResource(
                parsed,
                OWNER.component(),
                section(parsed),
                Phase.READY,
                Optional.of(id),
                sealed,
                Value.Obj.EMPTY,
                keys(dependsOn),
                holdsData(parsed),
                Set.of(),
                "token-" + parsed.name(),
                6));
        observed.put(parsed, new Observed(id, Optional.of(OWNER), Value.obj(spec), Value.Obj.EMPTY));
        return this;
    }

    /** There and ours by its labels, but in no record: a crash has left it. */
    Shop finds(String key, int line, Map<String, Value> spec) {
        has(key, spec).wants(key, line, spec);
        recorded.removeLast();
        return this;
    }

    /** Both there and wanted, as it is. */
    Shop keeps(String key, int line, Map<String, Value> spec, String... dependsOn) {
        return has(key, spec, dependsOn).wants(key, line, spec, dependsOn);
    }

    /** Somebody has changed what is there. */
    Shop changedByHand(String key, Map<String, Value> spec) {
        ResourceKey parsed = ResourceKey.parse(key);
        observed.put(
                parsed,
                new Observed(observed.get(parsed).providerId(), Optional.of(OWNER), Value.obj(spec), Value.Obj.EMPTY));
        return this;
    }

    Shop removedByHand(String key) {
        observed.remove(ResourceKey.parse(key));
        return this;
    }

    Shop warns(int line, String what, String why, String fix) {
        warnings.add(Problem.warning(new Place(FILE, line, 5), what, why, fix));
        return this;
    }

    Shop sharesInfrastructure() {
        infrastructure = Management.SHARED;
        return this;
    }

    Plan plan() {
        return Planner.plan(new PlanRequest(
                "p-20261124-7c1f", OWNER, COMMIT, 6, desired, recorded, List.of(), observed, Set.of(), warnings, KEY));
    }

    private static Section section(ResourceKey key) {
        return switch (key.type()) {
            case "network" -> Section.INFRASTRUCTURE;
            case "volume", "database" -> Section.DATABASES;
            default -> Section.SERVICES;
        };
    }

    private static boolean holdsData(ResourceKey key) {
        return section(key) == Section.DATABASES;
    }

    private static Set<ResourceKey> keys(String... keys) {
        return Arrays.stream(keys).map(ResourceKey::parse).collect(Collectors.toSet());
    }

    private static Value seal(Value value) {
        return switch (value) {
            case Value.Hidden(var secret) -> Value.hidden(secret.seal(KEY));
            case Value.Obj object -> {
                Map<String, Value> fields = new LinkedHashMap<>();
                object.fields().forEach((name, field) -> fields.put(name, seal(field)));
                yield Value.obj(fields);
            }
            default -> value;
        };
    }
}
