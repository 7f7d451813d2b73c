package dev.nanokit.stages;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.Infra;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.source.Places;
import dev.nanokit.provider.Provider;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.stages.world.FakeTime;
import dev.nanokit.stages.world.Fate;
import dev.nanokit.stages.world.ModelCloud;
import dev.nanokit.stages.world.MortalTable;
import dev.nanokit.stages.world.ScriptedProvider;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Holder;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One environment on a real SQLite file and a made-up provider, and the runs that people start on it. */
final class Site implements AutoCloseable {
    static final EnvironmentId ENVIRONMENT = new EnvironmentId("local", "shop", "production");
    static final Duration LEASE = Duration.ofSeconds(60);

    /** In made-up time a heart would beat without end; the tests of the heartbeat have their own. */
    private static final Pause NO_BEATS = ignored -> Pause.SLEEP.pause(Duration.ofDays(1));

    final ModelCloud cloud = new ModelCloud();
    final FakeTime time = new FakeTime();
    final RecordedEvents events = new RecordedEvents();
    private final Table table;
    private final Path folder;

    Site(Path folder) {
        this.folder = folder;
        this.table = SqliteTable.open(folder.resolve("state.db"), InstantSource.system());
    }

    Locks locks() {
        return new TableLocks(table, time::millis);
    }

    StateStore store() {
        return new TableStateStore(table, InstantSource.system());
    }

    /** A run of a person who wants these things, and whom nothing befalls. */
    Run run(List<Resource> desired) {
        return run(Fate.never(), desired, UnaryOperator.identity());
    }

    Run run(Fate fate, List<Resource> desired, UnaryOperator<ScriptedProvider> script) {
        return new Run(fate, desired, script);
    }

    @Override
    public void close() {
        table.close();
    }

    /** One process: planning and applying, until it is done or killed. */
    final class Run {
        private final Workflows workflows;
        private String component = "main";
        private String repository = "acme/shop";
        private Set<String> targets = Set.of();
        private boolean destroy;
        private boolean force;
        private boolean shared;
        private Duration wait = Duration.ZERO;

        private Run(Fate fate, List<Resource> desired, UnaryOperator<ScriptedProvider> script) {
            Table mortal = new MortalTable(table, fate);
            Owner owner = new Owner(ENVIRONMENT.project(), ENVIRONMENT.environment(), component);
            Provider provider = script.apply(new ScriptedProvider(cloud, owner, fate, desired));
            this.workflows = new InProcessWorkflows(
                    new TableStateStore(mortal, InstantSource.system()),
                    new TableLocks(mortal, time::millis),
                    Map.of(ProviderId.DOCKER, provider),
                    new SecretSources(Map.of()),
                    time,
                    NO_BEATS);
        }

        Run of(String otherRepository) {
            this.repository = otherRepository;
            return this;
        }

        Run only(String... names) {
            this.targets = Set.of(names);
            return this;
        }

        Run destroying() {
            this.destroy = true;
            return this;
        }

        Run forced() {
            this.force = true;
            return this;
        }

        Run waiting(Duration atMost) {
            this.wait = atMost;
            return this;
        }

        Plan plan() {
            return workflows.plan(input());
        }

        Plan planOffline() {
            return workflows.planOffline(input());
        }

        ApplyResult apply() {
            return apply(Optional.empty());
        }

        ApplyResult apply(Plan approved) {
            return apply(Optional.of(approved.digest()));
        }

        private ApplyResult apply(Optional<String> digest) {
            Holder holder = new Holder("ada@laptop", "nkapp up", "", Instant.EPOCH);
            return workflows.apply(new ApplyInput(input(), digest, force, holder, wait, LEASE), events, () -> false);
        }

        private PlanInput input() {
            return new PlanInput(
                    ENVIRONMENT,
                    environment(component, shared),
                    repository,
                    "c0ffee",
                    targets,
                    destroy,
                    folder,
                    Map.of());
        }
    }

    private static Environment environment(String component, boolean shared) {
        Infra infra = new Infra(
                ProviderId.DOCKER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Infra.Scaling.MANUAL,
                OptionalInt.empty(),
                OptionalInt.empty(),
                List.of(),
                Optional.empty(),
                false,
                shared);
        return new Environment(
                ENVIRONMENT.project(),
                ENVIRONMENT.environment(),
                component,
                infra,
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                new Places(Map.of(), new Place("nanokit.yml", 1, 1)));
    }
}
