package dev.nanokit.stages;

import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.Resource;
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
import dev.nanokit.state.run.RunRequest.ConfigText;
import dev.nanokit.state.store.ComponentState;
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
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** One environment in a real table and at a made-up provider, and the runs that people start on it. */
public final class Site implements AutoCloseable {
    public static final EnvironmentId ENVIRONMENT = new EnvironmentId("local", "shop", "production");
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** Runs the stages one after another in this process. */
    public static final Runner IN_PROCESS = parts -> new InProcessWorkflows(
            new TableStateStore(parts.table(), InstantSource.system()),
            new TableLocks(parts.table(), parts.time()::millis),
            Map.of(ProviderId.DOCKER, parts.provider()),
            new SecretSources(Map.of()),
            parts.time(),
            Parts.NO_BEATS);

    public final ModelCloud cloud = new ModelCloud();
    public final FakeTime time = new FakeTime();
    public final RecordedEvents events = new RecordedEvents();
    private final EnvironmentId id;
    private final Table table;
    private final Path folder;
    private final Runner runner;

    /** How runs are done. */
    @FunctionalInterface
    public interface Runner {
        Workflows start(Parts parts);
    }

    /** What one run has to work with. */
    public record Parts(Table table, Provider provider, FakeTime time, Path folder, Fate fate) {
        /** In made-up time a heart would beat without end; the tests of the heartbeat have their own. */
        public static final Pause NO_BEATS = ignored -> Pause.SLEEP.pause(Duration.ofDays(1));
    }

    /** A site in an SQLite file. */
    public Site(Path folder) {
        this(folder, IN_PROCESS);
    }

    /** The same, its runs done in another way. */
    public Site(Path folder, Runner runner) {
        this(SqliteTable.open(folder.resolve("state.db"), InstantSource.system()), folder, runner);
    }

    /** The same in another table, which it closes. */
    public Site(Table table, Path folder, Runner runner) {
        this(ENVIRONMENT, table, folder, runner);
    }

    public Site(EnvironmentId id, Table table, Path folder, Runner runner) {
        this.id = id;
        this.table = table;
        this.folder = folder;
        this.runner = runner;
    }

    public EnvironmentId id() {
        return id;
    }

    public Table table() {
        return table;
    }

    public Locks locks() {
        return new TableLocks(table, time::millis);
    }

    public StateStore store() {
        return new TableStateStore(table, InstantSource.system());
    }

    /** What state knows of the component that runs are about unless they say otherwise. */
    public ComponentState state() {
        return store().component(id, "main");
    }

    /** A run of a person who wants these things, and whom nothing befalls. */
    public Run run(List<Resource> desired) {
        return run(Fate.never(), desired, UnaryOperator.identity());
    }

    /** The same at a provider that is told what to do. */
    public Run run(List<Resource> desired, UnaryOperator<ScriptedProvider> script) {
        return run(Fate.never(), desired, script);
    }

    public Run run(Fate fate, List<Resource> desired, UnaryOperator<ScriptedProvider> script) {
        return new Run(fate, desired, script);
    }

    @Override
    public void close() {
        table.close();
    }

    /** One run: planning and applying, until it is done or killed. */
    public final class Run {
        private final Fate fate;
        private final List<Resource> desired;
        private final UnaryOperator<ScriptedProvider> script;
        private Runner by = runner;
        private UnaryOperator<Table> seenAs = UnaryOperator.identity();
        private Provider provider;
        private String who = "ada@laptop";
        private String component = "main";
        private String services = "";
        private String repository = "acme/shop";
        private Set<String> targets = Set.of();
        private boolean destroy;
        private boolean force;
        private boolean shared;
        private Duration wait = Duration.ZERO;
        private Duration lease = LEASE;
        private BooleanSupplier cancelled = () -> false;

        private Run(Fate fate, List<Resource> desired, UnaryOperator<ScriptedProvider> script) {
            this.fate = fate;
            this.desired = desired;
            this.script = script;
        }

        public Run by(Runner other) {
            this.by = other;
            return this;
        }

        /** At another provider than the made-up one. */
        public Run at(Provider other) {
            this.provider = other;
            return this;
        }

        /** Over the table as it is seen so. */
        public Run over(UnaryOperator<Table> how) {
            this.seenAs = how;
            return this;
        }

        public Run as(String person) {
            this.who = person;
            return this;
        }

        public Run of(String otherRepository) {
            this.repository = otherRepository;
            return this;
        }

        public Run component(String name) {
            this.component = name;
            return this;
        }

        /** With this in its file, for a provider that reads it. */
        public Run file(String text) {
            this.services = text;
            return this;
        }

        /** Uses the infrastructure of another component. */
        public Run sharing() {
            this.shared = true;
            return this;
        }

        public Run only(String... names) {
            this.targets = Set.of(names);
            return this;
        }

        public Run destroying() {
            this.destroy = true;
            return this;
        }

        public Run forced() {
            this.force = true;
            return this;
        }

        public Run waiting(Duration atMost) {
            this.wait = atMost;
            return this;
        }

        public Run leasing(Duration duration) {
            this.lease = duration;
            return this;
        }

        public Run cancelledWhen(BooleanSupplier asked) {
            this.cancelled = asked;
            return this;
        }

        public Plan plan() {
            return workflows().plan(input());
        }

        public Plan planOffline() {
            return workflows().planOffline(input());
        }

        public ApplyResult apply() {
            return apply(Optional.empty());
        }

        public ApplyResult apply(Plan approved) {
            return apply(Optional.of(approved.digest()));
        }

        private ApplyResult apply(Optional<String> digest) {
            Holder holder = new Holder(who, "nkapp up", "", Instant.EPOCH);
            return workflows().apply(new ApplyInput(input(), digest, force, holder, wait, lease), events, cancelled);
        }

        private Workflows workflows() {
            Owner owner = new Owner(id.project(), id.environment(), component);
            Provider made =
                    provider == null ? script.apply(new ScriptedProvider(cloud, owner, fate, desired)) : provider;
            return by.start(new Parts(new MortalTable(seenAs.apply(table), fate), made, time, folder, fate));
        }

        private PlanInput input() {
            String text = "name: " + id.project() + "\ncomponent: " + component + "\ninfra: { provider: docker"
                    + (shared ? ", shared: true" : "") + " }\n" + services;
            ConfigText config = new ConfigText("nanokit.yml", text, Map.of());
            return new PlanInput(
                            id,
                            NanokitConfig.parse(config.file(), text).environment(id.environment(), Variables.none()),
                            repository,
                            "c0ffee",
                            targets,
                            destroy,
                            folder,
                            Map.of())
                    .withConfig(config);
        }
    }
}
