package dev.nanokit.provider.docker.lab;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Parallel;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.Trial;
import dev.nanokit.provider.docker.DockerProvider;
import dev.nanokit.provider.docker.rollout.Pace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plans and applies files on a real engine, as the stages do, with state in memory: what is recorded before and after
 * each call is what the real store would hold, so that a run that is cut off can be taken up by the next.
 */
public final class Lab implements AutoCloseable {
    private static final Pace QUICK =
            new Pace(Duration.ofMillis(300), Duration.ofSeconds(20), Duration.ofSeconds(1), Duration.ofMillis(40));

    private final String project;
    private final String environmentName;
    private final Provider provider = new DockerProvider(QUICK, InstantSource.system());
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private final Trial trial = new Trial(new SideBySide(), progress::add);
    private final Map<String, String> variables = new HashMap<>(Map.of("DOCKER_HOST", TestEngine.HOST));
    private String component = "main";
    private Path folder = Path.of("src/test/resources");

    /** A project and an environment that nobody else on the engine has. */
    public Lab() {
        this("nkt-" + TestImages.random(), "e" + TestImages.random());
    }

    private Lab(String project, String environmentName) {
        this.project = project;
        this.environmentName = environmentName;
    }

    /** Another project, whose environment has the same name. */
    public Lab anotherProject() {
        return new Lab("nkt-" + TestImages.random(), environmentName);
    }

    /** Another component's view of the same project: its own state, the same engine. */
    public Lab component(String name) {
        Lab other = new Lab(project, environmentName);
        other.component = name;
        return other;
    }

    public Lab in(Path baseFolder) {
        folder = baseFolder;
        return this;
    }

    public Lab with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    public String project() {
        return project;
    }

    public String environmentName() {
        return environmentName;
    }

    /** The name of the environment's network. */
    public String network() {
        return "nanokit-net-" + environmentName;
    }

    public String nameOf(String service) {
        return "nk-" + project + "-" + environmentName + "-" + service;
    }

    public List<String> progress() {
        return List.copyOf(progress);
    }

    public Map<ResourceKey, RecordedResource> state() {
        return trial.state();
    }

    public Environment environment(String file) {
        String text = "name: " + project + "\ncomponent: " + component + "\n" + file;
        return NanokitConfig.parse("nanokit.yml", text.getBytes(StandardCharsets.UTF_8))
                .environment(environmentName, Variables.of(variables));
    }

    public Connection connect(Environment environment) {
        return provider.connect(environment, new ConnectionSettings(folder, variables));
    }

    /** @throws InvalidConfigException when the file is refused, or preflight finds errors */
    public Plan plan(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            Plan plan = trial.plan(environment, connection, resources(environment));
            Trial.refuse(connection.preflight(plan));
            return plan;
        }
    }

    public List<Problem> preflight(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            return connection.preflight(trial.plan(environment, connection, resources(environment)));
        }
    }

    public Plan up(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            Plan plan = trial.plan(environment, connection, resources(environment));
            trial.apply(plan, environment, connection);
            return plan;
        }
    }

    public Plan destroy() {
        Environment environment = environment("");
        try (Connection connection = connect(environment)) {
            Plan plan = trial.plan(environment, connection, List.of());
            trial.apply(plan, environment, connection);
            return plan;
        }
    }

    private List<Resource> resources(Environment environment) {
        Compilation compilation = provider.compile(environment, provider.sources(environment, folder));
        Trial.refuse(compilation.problems());
        return compilation.resources().stream()
                .map(resource -> resource.withSpec((Value.Obj) Resolver.mapSecrets(resource.spec(), this::reveal)))
                .toList();
    }

    private Secret reveal(Secret secret) {
        for (Map.Entry<String, String> variable : variables.entrySet()) {
            Secret known = Secret.revealed("env:" + variable.getKey(), variable.getValue());
            for (Secret form : List.of(known, known.percentEncoded())) {
                if (form.source().equals(secret.source())) {
                    return form;
                }
            }
        }
        return secret;
    }

    /** Runs a command in a service's container, and returns what it has written. */
    public String run(String service, List<String> command) {
        return EngineShell.run(nameOf(service), command);
    }

    /** Leaves nothing of this project on the engine, whatever a test has done. */
    @Override
    public void close() {
        Leftovers.remove(project);
    }

    /** As the stages do, and at their pace. */
    private static final class SideBySide implements Trial.Manner {
        @Override
        public void pause(int looks, Duration after) {
            LockSupport.parkNanos(after.toNanos());
        }

        @Override
        public <T> T attempt(Supplier<T> call) {
            return call.get();
        }

        @Override
        public void wave(List<Change> wave, Consumer<Change> apply) {
            Parallel.map(wave, change -> {
                apply.accept(change);
                return change;
            });
        }
    }
}
