package dev.nanokit.engine.model;

import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds plan requests in tests. */
public final class Requests {
    private final List<Resource> desired;
    private List<RecordedResource> recorded = List.of();
    private List<RecordedResource> shared = List.of();
    private Map<ResourceKey, Observed> observed = Map.of();
    private Set<String> targets = Set.of();
    private String id = "plan-1";
    private String commit = "c0ffee";
    private long serial = 7;

    private Requests(List<Resource> desired) {
        this.desired = desired;
    }

    public static Requests of(List<Resource> desired) {
        return new Requests(desired);
    }

    public Requests recorded(List<RecordedResource> resources) {
        recorded = resources;
        return this;
    }

    public Requests sharing(RecordedResource... resources) {
        shared = List.of(resources);
        return this;
    }

    public Requests observed(Map<ResourceKey, Observed> things) {
        observed = things;
        return this;
    }

    public Requests targets(String... names) {
        targets = Set.of(names);
        return this;
    }

    public Requests id(String other) {
        id = other;
        return this;
    }

    public Requests commit(String other) {
        commit = other;
        return this;
    }

    public Requests serial(long other) {
        serial = other;
        return this;
    }

    public PlanRequest build() {
        return new PlanRequest(
                id, Site.OWNER, commit, serial, desired, recorded, shared, observed, targets, List.of(), Site.KEY);
    }
}
