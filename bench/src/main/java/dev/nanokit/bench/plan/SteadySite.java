package dev.nanokit.bench.plan;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.stages.InProcessWorkflows;
import dev.nanokit.stages.PlanInput;
import dev.nanokit.stages.Workflows;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.Tables;
import dev.nanokit.state.lock.Acquisition;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.LockGrant;
import dev.nanokit.state.lock.LockRequest;
import dev.nanokit.state.lock.LockRequest.InfraAccess;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.Sighting;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** A project of many resources with its state in a SQLite file, planned by the whole workflow. */
final class SteadySite implements AutoCloseable {
    private static final EnvironmentId ID = new EnvironmentId("local", "shop", "local");
    private static final Holder HOLDER = new Holder("bench", "bin/bench", "", Instant.EPOCH);
    private static final String REPOSITORY = "bench";

    private final Path folder;
    private final SteadyWorld world;
    private final Environment environment;
    private final Table table;
    private final StateStore store;
    private final Locks locks;
    private final Workflows workflows;

    SteadySite(Path folder, int size) {
        this.folder = folder;
        this.world = new SteadyWorld(size);
        this.environment = NanokitConfig.parse("nanokit.yml", "name: shop\n").environment("local", Variables.none());
        this.table = Tables.open("sqlite://" + folder.resolve("state.db"), InstantSource.system());
        this.store = new TableStateStore(table, InstantSource.system());
        this.locks = new TableLocks(table);
        this.workflows = new InProcessWorkflows(
                store, locks, Map.of(ProviderId.DOCKER, new SteadyProvider(world)), new SecretSources(Map.of()));
    }

    /** Writes what an apply of all resources leaves in state. */
    void record() {
        LockRequest request = new LockRequest(
                ID, environment.component(), InfraAccess.WRITE, HOLDER, "record", Duration.ofMinutes(10));
        if (!(locks.acquire(request, Sighting.NONE) instanceof Acquisition.Granted granted)) {
            throw new IllegalStateException("somebody else uses this state");
        }
        LockGrant grant = granted.grant();
        store.begin(grant, REPOSITORY, 0);
        world.recorded(new Owner(ID.project(), ID.environment(), environment.component()))
                .forEach(resource -> store.put(grant, resource));
        store.finish(grant, "");
        locks.release(grant);
    }

    /** Plans, and keeps the plan, as {@code nkapp plan} does. */
    void plan() {
        Plan plan = workflows.plan(new PlanInput(ID, environment, REPOSITORY, "", Set.of(), false, folder, Map.of()));
        Unchanged.expect(plan, world.resources().size());
    }

    @Override
    public void close() {
        table.close();
    }
}
