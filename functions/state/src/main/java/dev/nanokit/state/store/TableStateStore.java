package dev.nanokit.state.store;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.audit.AuditTrail;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.table.ConditionFailedException;
import dev.nanokit.state.table.Table;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** State over the table. Safe for use by many threads. */
public final class TableStateStore implements StateStore {
    private final Table table;
    private final FencedWrites writes;
    private final Plans plans;
    private final SealingKeys keys;
    private final AuditTrail audit;

    /** @param clock decides until when a plan is kept */
    public TableStateStore(Table table, InstantSource clock) {
        this.table = table;
        this.writes = new FencedWrites(table);
        this.plans = new Plans(table, clock);
        this.keys = new SealingKeys(table);
        this.audit = new AuditTrail(table);
    }

    @Override
    public ComponentState component(EnvironmentId environment, String component) {
        ComponentRecord before = record(environment, component);
        return state(before, resources(environment, ResourceRecord.prefix(component)));
    }

    @Override
    public Optional<RecordedResource> resource(EnvironmentId environment, String component, ResourceKey key) {
        return table.get(ResourceRecord.key(environment, component, key)).map(ResourceRecord::read);
    }

    @Override
    public Map<String, ComponentState> components(EnvironmentId environment) {
        Map<String, ComponentRecord> records = new TreeMap<>();
        table.query(environment.partition(), ComponentRecord.PREFIX, item -> {
            ComponentRecord read = ComponentRecord.read(item);
            records.put(read.component(), read);
        });
        Map<String, List<RecordedResource>> resources = new TreeMap<>();
        for (RecordedResource resource : resources(environment, ResourceRecord.PREFIX)) {
            resources
                    .computeIfAbsent(resource.component(), name -> new ArrayList<>())
                    .add(resource);
            records.computeIfAbsent(resource.component(), ComponentRecord::none);
        }
        Map<String, ComponentState> states = new TreeMap<>();
        records.forEach((name, found) -> states.put(name, state(found, resources.getOrDefault(name, List.of()))));
        return states;
    }

    /**
     * The serial is read before the resources: when an apply comes in between, the serial is the old one, and a plan
     * made upon this is found stale. The other way round it would not be.
     */
    private static ComponentState state(ComponentRecord before, List<RecordedResource> resources) {
        return new ComponentState(before.repository(), before.serial(), before.commit(), resources);
    }

    @Override
    public List<RecordedResource> sharedInfrastructure(EnvironmentId environment, String exceptComponent) {
        Predicate<RecordedResource> shared = resource -> resource.section() == Section.INFRASTRUCTURE
                && resource.phase() == Phase.READY
                && !resource.component().equals(exceptComponent);
        return resources(environment, ResourceRecord.PREFIX).stream()
                .filter(shared)
                .toList();
    }

    private List<RecordedResource> resources(EnvironmentId environment, String prefix) {
        List<RecordedResource> resources = new ArrayList<>();
        table.query(environment.partition(), prefix, item -> resources.add(ResourceRecord.read(item)));
        return resources;
    }

    private ComponentRecord record(EnvironmentId environment, String component) {
        return table.get(ComponentRecord.key(environment, component))
                .map(ComponentRecord::read)
                .orElse(ComponentRecord.none(component));
    }

    @Override
    public SealingKey sealingKey(EnvironmentId environment) {
        return keys.of(environment);
    }

    @Override
    public long begin(LockGrant grant, String repository, long expectedSerial) {
        LockRequest request = grant.request();
        EnvironmentId environment = request.environment();
        ComponentRecord before = record(environment, request.component());
        before.repository().filter(owner -> !owner.equals(repository)).ifPresent(owner -> {
            throw ForeignComponentException.of(environment, request.component(), owner, repository);
        });
        if (before.serial() == expectedSerial + 1 && before.begunUnder() == grant.componentToken()) {
            return before.serial();
        }
        if (before.serial() != expectedSerial) {
            throw StalePlanException.of(environment, request.component(), expectedSerial, before.serial());
        }
        ComponentRecord begun = before.begun(repository, grant.componentToken());
        try {
            writes.alone(grant, begun.write(environment));
        } catch (ConditionFailedException e) {
            throw StalePlanException.of(environment, request.component(), expectedSerial, begun.serial());
        }
        return begun.serial();
    }

    @Override
    public void put(LockGrant grant, RecordedResource resource) {
        if (!resource.component().equals(grant.request().component())) {
            throw new IllegalArgumentException(
                    "the resource " + resource.key() + " belongs to component " + resource.component()
                            + ", and the lock is on " + grant.request().component());
        }
        writes.together(grant, ResourceRecord.put(grant.request().environment(), resource));
    }

    @Override
    public void forget(LockGrant grant, ResourceKey key) {
        LockRequest request = grant.request();
        writes.together(grant, ResourceRecord.forget(request.environment(), request.component(), key));
    }

    @Override
    public void finish(LockGrant grant, String commit) {
        EnvironmentId environment = grant.request().environment();
        String component = grant.request().component();
        ComponentRecord before = record(environment, component);
        ComponentRecord finished = before.finished(commit, hasResources(environment, component));
        if (!finished.equals(before)) {
            writes.alone(grant, finished.write(environment));
        }
    }

    private boolean hasResources(EnvironmentId environment, String component) {
        List<Object> found = new ArrayList<>();
        table.query(environment.partition(), ResourceRecord.prefix(component), 1, found::add);
        return !found.isEmpty();
    }

    @Override
    public void savePlan(EnvironmentId environment, Plan plan, Duration keep) {
        plans.save(plan, keep);
    }

    @Override
    public Optional<String> planJson(String planId) {
        return plans.json(planId);
    }

    @Override
    public void audit(EnvironmentId environment, AuditEntry entry) {
        audit.add(environment, entry);
    }

    @Override
    public List<AuditEntry> auditTrail(EnvironmentId environment, int limit) {
        return audit.newest(environment, limit);
    }
}
