package dev.nanokit.state.store;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.audit.AuditEntry;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.table.CorruptStateException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered between runs. Reads are free; every write of a component's state is a transaction that checks the
 * grant's tokens, and throws {@link dev.nanokit.state.lock.LockLostException} when they are not current any more.
 */
public interface StateStore {
    /**
     * @throws CorruptStateException when what is stored can't be read
     */
    ComponentState component(EnvironmentId environment, String component);

    /** What is remembered of one resource of a component. */
    Optional<RecordedResource> resource(EnvironmentId environment, String component, ResourceKey key);

    /** Names of the components that have state in this environment, with each one's. */
    Map<String, ComponentState> components(EnvironmentId environment);

    /** Infrastructure that other components have made in this environment and that is ready. */
    List<RecordedResource> sharedInfrastructure(EnvironmentId environment, String exceptComponent);

    /** The environment's sealing key; made at the first call, the same ever after, whoever asks. */
    SealingKey sealingKey(EnvironmentId environment);

    /**
     * Begins an apply that will change something: claims the component for the repository and raises the serial. Where
     * the answer was lost it can be repeated under the same grant.
     *
     * @param expectedSerial the serial of the plan
     * @return the serial of this apply
     * @throws StalePlanException when the serial has moved on
     * @throws ForeignComponentException when another repository owns the component
     */
    long begin(LockGrant grant, String repository, long expectedSerial);

    /**
     * Writes a resource's record: before the provider's call and after it. Many threads may do so at once, about
     * different resources.
     *
     * @throws dev.nanokit.state.table.TableException when the record is too large to be kept
     */
    void put(LockGrant grant, RecordedResource resource);

    /** Removes the record of a resource that is gone. */
    void forget(LockGrant grant, ResourceKey key);

    /** Notes that the commit has been applied whole. A component that has no resources left gives up its owner. */
    void finish(LockGrant grant, String commit);

    /** Keeps a plan, change by change, for as long as given. */
    void savePlan(EnvironmentId environment, Plan plan, Duration keep);

    /** The kept plan as JSON (the form of {@code nkapp plan --json}). */
    Optional<String> planJson(String planId);

    void audit(EnvironmentId environment, AuditEntry entry);

    /** The newest entries first. */
    List<AuditEntry> auditTrail(EnvironmentId environment, int limit);
}
