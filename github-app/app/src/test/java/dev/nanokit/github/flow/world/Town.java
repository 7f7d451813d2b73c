package dev.nanokit.github.flow.world;

import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.github.api.CheckRun;
import dev.nanokit.github.flow.AppSteps;
import dev.nanokit.github.flow.FlowPorts;
import dev.nanokit.github.flow.FlowSettings;
import dev.nanokit.github.flow.GitHubApp;
import dev.nanokit.github.flow.NextStep;
import dev.nanokit.github.flow.StageRuns;
import dev.nanokit.github.flow.SuspendedException;
import dev.nanokit.github.flow.Waiting;
import dev.nanokit.github.policy.Permission;
import dev.nanokit.stages.InProcessWorkflows;
import dev.nanokit.stages.Pause;
import dev.nanokit.stages.RunEvent;
import dev.nanokit.stages.Workflows;
import dev.nanokit.stages.secret.SecretSources;
import dev.nanokit.state.EnvironmentId;
import dev.nanokit.state.lock.Locks;
import dev.nanokit.state.lock.TableLocks;
import dev.nanokit.state.store.StateStore;
import dev.nanokit.state.store.TableStateStore;
import dev.nanokit.state.table.Table;
import dev.nanokit.state.table.sqlite.SqliteTable;
import dev.nanokit.webhook.log.JsonLog;
import dev.nanokit.webhook.trigger.Actor;
import dev.nanokit.webhook.trigger.RepositoryRef;
import dev.nanokit.webhook.trigger.Trigger;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A repository at a stand-in for GitHub, and the App with real state, locks and workflows on a made-up provider. */
public final class Town implements AutoCloseable {
    public static final RepositoryRef SHOP = new RepositoryRef(7, 42, "acme/shop", "main");
    public static final EnvironmentId PRODUCTION = new EnvironmentId("42", "shop", "production");

    public final FakeGitHub github = new FakeGitHub();
    public final ModelCloud cloud = new ModelCloud();
    public final ModelProvider provider = new ModelProvider(cloud);
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final InstantSource clock = InstantSource.system();
    private final Table table;
    private FlowSettings settings = FlowSettings.standard(
            "https://github.example", Map.of("STRIPE_TOKEN", "sk-very-secret", "NANOKIT_APP_KEY", "the-apps-own"));
    private final boolean inSteps;
    private final TownRuns runs;
    private final Map<Trigger, String> unfinished = new ConcurrentHashMap<>();
    private final AtomicInteger works = new AtomicInteger();
    private FlowPorts ports;
    private GitHubApp app;
    private MortalTable process;
    private Waiting waiting = Waiting.UNNOTICED;
    private long lastComment = 5000;

    public Town(Path folder) {
        this(folder, false);
    }

    /** @param inSteps whether the App works step by step, each in a process of its own, as it does on AWS */
    public Town(Path folder, boolean inSteps) {
        this.inSteps = inSteps;
        this.runs = new TownRuns(folder);
        table = SqliteTable.open(folder.resolve("state.db"), clock);
        github.permit("ada", Permission.WRITE);
        github.permit("author", Permission.WRITE);
        restart();
    }

    /** Another process takes over. */
    public void restart() {
        process = new MortalTable(table);
        StateStore itsStore = new TableStateStore(process, clock);
        Locks itsLocks = new TableLocks(process);
        Workflows workflows = new InProcessWorkflows(
                itsStore, itsLocks, Map.of(ProviderId.DOCKER, provider), new SecretSources(Map.of()));
        runs.through(workflows);
        ports = new FlowPorts(
                github,
                workflows,
                itsStore,
                itsLocks,
                process,
                clock,
                new JsonLog(new PrintStream(log, true, StandardCharsets.UTF_8), clock),
                settings,
                waiting);
        app = new GitHubApp(ports);
    }

    /** Runs that go on elsewhere. */
    public StageRuns runs() {
        return runs;
    }

    public FlowPorts ports() {
        return ports;
    }

    /** A process that does a step. */
    public AppSteps steps() {
        return new AppSteps(ports, runs, Pause.SLEEP);
    }

    /** The process is killed: from now on, nothing that it still does counts. */
    public void kill() {
        process.kill();
    }

    public Town with(UnaryOperator<FlowSettings> change) {
        settings = change.apply(settings);
        restart();
        return this;
    }

    /** Whom the App tells that an apply only waits. */
    public void waiting(Waiting listener) {
        waiting = listener;
        restart();
    }

    /** A plan that takes longer says so. */
    public Town quickPlan(Duration quick) {
        return with(s -> settings(s, s.lease(), quick, s.replans()));
    }

    public Town lease(Duration lease) {
        return with(s -> settings(s, lease, s.quickPlan(), s.replans()));
    }

    /** So many pull requests are planned again by themselves. */
    public Town replans(int replans) {
        return with(s -> settings(s, s.lease(), s.quickPlan(), replans));
    }

    private static FlowSettings settings(FlowSettings s, Duration lease, Duration quick, int replans) {
        return new FlowSettings(
                s.webUrl(),
                s.planLinks(),
                s.planComments(),
                s.variables(),
                s.lockWait(),
                lease,
                quick,
                s.betweenUpdates(),
                replans);
    }

    /** Whether the run has been told that it need not wait. */
    public boolean isCancelled(String run) {
        return runs.isCancelled(run);
    }

    public StateStore store() {
        return new TableStateStore(table, clock);
    }

    public Locks locks() {
        return new TableLocks(table);
    }

    public GitHubApp app() {
        return app;
    }

    public String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    /** A file of one service, which main deploys to production. */
    public static String file(String apply, String image) {
        return """
                name: shop
                git:
                  environments: { main: production }
                  apply: %s
                services:
                  web: { image: "%s" }
                """.formatted(apply, image);
    }

    /** The same, of a component. */
    public static String component(String name, String image) {
        return file("comment", image) + "component: " + name + "\n";
    }

    /** The branch main with this file. */
    public String main(String file) {
        return github.push("main", Map.of("nanokit.yml", file));
    }

    /** Opens a pull request of one commit with this file. */
    public String open(int number, String file) {
        return open(number, Map.of("nanokit.yml", file));
    }

    public String open(int number, Map<String, String> files) {
        String sha = github.push("work-" + number, files);
        github.pullRequest(number, "work-" + number, "main", false, false);
        return sha;
    }

    public String openFork(int number, String file) {
        String sha = github.push("fork-" + number, Map.of("nanokit.yml", file));
        github.pullRequest(number, "fork-" + number, "main", true, false);
        return sha;
    }

    /** The delivery about the pull request as it is now. */
    public Trigger changed(int number, Trigger.Change change) {
        return new Trigger.PullRequestChanged(SHOP, github.pullRequest(number), change, new Actor("author", false));
    }

    public Trigger closed(int number, boolean merged) {
        github.set(number, false, false);
        return new Trigger.PullRequestClosed(SHOP, github.pullRequest(number), merged, new Actor("ada", false));
    }

    public Trigger comment(int number, String login, String body) {
        return new Trigger.CommentCreated(SHOP, number, ++lastComment, body, new Actor(login, false));
    }

    public Trigger button(CheckRun check, String identifier, String login) {
        return new Trigger.CheckActionRequested(
                SHOP, check.headSha(), check.externalId(), identifier, List.of(), new Actor(login, false));
    }

    public Trigger pushed(String branch, String sha) {
        return new Trigger.BranchPushed(SHOP, branch, sha, new Actor("ada", false));
    }

    /** As the server does: tells of it, and has it handled. */
    public void deliver(Trigger trigger) throws InterruptedException {
        if (inSteps) {
            String work = unfinished.computeIfAbsent(trigger, any -> "delivery-" + works.incrementAndGet());
            stepByStep(work, trigger);
            unfinished.remove(trigger);
        } else {
            app.arrived(trigger);
            app.handle(trigger);
        }
    }

    /** As the workflow does on AWS. */
    private void stepByStep(String work, Trigger trigger) throws InterruptedException {
        NextStep next = steps().handle(work, trigger, List.of());
        while (!(next instanceof NextStep.Done)) {
            next = switch (next) {
                case NextStep.AwaitRuns(var runs) -> {
                    List<String> names = runs.stream()
                            .map(SuspendedException.AwaitedRun::run)
                            .toList();
                    for (String run : names) {
                        carryOut(work, run);
                    }
                    yield steps().handle(work, trigger, names);
                }
                case NextStep.Pause ignored -> steps().handle(work, trigger, List.of());
                case NextStep.Done done -> done;
            };
        }
    }

    /** The run goes on elsewhere, and comes to its end. */
    public void carryOut(String work, String run) throws InterruptedException {
        try {
            runs.carryOut(run, event -> progress(work, event));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void progress(String work, RunEvent event) {
        if (event instanceof RunEvent.WaitingForLock || event instanceof RunEvent.WaveStarted) {
            try {
                steps().progress(work);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public void opened(int number) throws InterruptedException {
        deliver(changed(number, Trigger.Change.OPENED));
    }

    /** The check of production at the commit. */
    public CheckRun check(String sha) {
        return github.check(sha, "nanokit / production").orElseThrow();
    }

    @Override
    public void close() {
        table.close();
    }
}
