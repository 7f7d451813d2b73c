package dev.nanokit.provider.aws.lab;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.NanokitConfig;
import dev.nanokit.engine.config.Variables;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.plan.PlanRequest;
import dev.nanokit.engine.plan.Planner;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.engine.value.Resolver;
import dev.nanokit.engine.value.SealingKey;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.ConnectionSettings;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.Sources;
import dev.nanokit.provider.aws.AwsProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Plans and applies files on an AWS that a test has, as the stages do, with state in memory: what is recorded before and
 * after each call is what the real store would hold, so that a run that is cut off can be taken up by the next. Waits for
 * nothing: where AWS asks to look again later, it looks at once.
 */
public final class AwsLab {
    private static final SealingKey KEY = new SealingKey("a key for tests alone".getBytes(StandardCharsets.UTF_8));
    private static final int MOST_LOOKS = 200;

    private final Provider provider = new AwsProvider();
    private final Map<ResourceKey, RecordedResource> state = new TreeMap<>();
    private final Map<String, String> variables;
    private final String project;
    private final String component;
    private final Map<String, String> secrets = new HashMap<>();
    private int attempts = 1;

    public AwsLab(String project, Map<String, String> variables) {
        this(project, "main", variables);
    }

    private AwsLab(String project, String component, Map<String, String> variables) {
        this.project = project;
        this.component = component;
        this.variables = new HashMap<>(variables);
    }

    /** Another component's view of the same project: its own state, the same AWS. */
    public AwsLab component(String name) {
        return new AwsLab(project, name, variables);
    }

    /** The same AWS by another way: one that fails now and then, say. */
    public AwsLab through(URI endpoint) {
        variables.put("AWS_ENDPOINT_URL", endpoint.toString());
        return this;
    }

    /** What a look-up of this secret finds from now on. */
    public AwsLab secret(String source, String text) {
        secrets.put(source, text);
        return this;
    }

    /** What fails in a way that may pass is tried this often, as the stages do. */
    public AwsLab patient(int times) {
        attempts = times;
        return this;
    }

    public String project() {
        return project;
    }

    public Map<ResourceKey, RecordedResource> state() {
        return state;
    }

    public Environment environment(String file) {
        String text = "name: " + project + "\ncomponent: " + component + "\n" + file;
        return NanokitConfig.parse("nanokit.yml", text.getBytes(StandardCharsets.UTF_8))
                .environment("production", Variables.of(variables));
    }

    private Connection connect(Environment environment) {
        return provider.connect(environment, new ConnectionSettings(Path.of("."), variables));
    }

    /** @throws InvalidConfigException when the file is refused, or preflight finds errors */
    public Plan plan(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            Plan plan = plan(environment, connection, resources(environment));
            refuse(connection.preflight(plan));
            return plan;
        }
    }

    public List<Problem> preflight(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            return connection.preflight(plan(environment, connection, resources(environment)));
        }
    }

    public Plan up(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            Plan plan = patiently(() -> plan(environment, connection, resources(environment)));
            apply(plan, environment, connection);
            return plan;
        }
    }

    /** @param file names the provider and its region */
    public Plan destroy(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            Plan plan = patiently(() -> plan(environment, connection, List.of()));
            apply(plan, environment, connection);
            return plan;
        }
    }

    private List<Resource> resources(Environment environment) {
        Compilation compilation = provider.compile(environment, Sources.NONE);
        refuse(compilation.problems());
        return compilation.resources().stream()
                .map(resource -> resource.withSpec((Value.Obj) Resolver.mapSecrets(resource.spec(), this::revealed)))
                .toList();
    }

    private Secret revealed(Secret secret) {
        return Secret.revealed(secret.source(), secrets.getOrDefault(secret.source(), "not set in this test"));
    }

    private static void refuse(List<Problem> problems) {
        List<Problem> errors = problems.stream().filter(Problem::isError).toList();
        if (!errors.isEmpty()) {
            throw new InvalidConfigException(errors);
        }
    }

    private Plan plan(Environment environment, Connection connection, List<Resource> desired) {
        List<Resource> unrecorded = desired.stream()
                .filter(resource -> !state.containsKey(resource.key()))
                .toList();
        Map<ResourceKey, Observed> observed = connection.discover(List.copyOf(state.values()), unrecorded);
        return Planner.plan(new PlanRequest(
                "plan",
                environment.owner(),
                "",
                1,
                desired,
                List.copyOf(state.values()),
                List.of(),
                observed,
                Set.of(),
                List.of(),
                KEY));
    }

    private void apply(Plan plan, Environment environment, Connection connection) {
        Map<ResourceKey, Value.Obj> outputs = new HashMap<>();
        patiently(() -> connection.discover(List.copyOf(state.values()), List.of()))
                .forEach((key, observed) -> outputs.put(key, observed.outputs()));
        plan.unchanged().stream()
                .filter(noOp -> !outputs.containsKey(noOp.key()))
                .forEach(noOp -> patiently(() -> connection.find(noOp.resource()))
                        .ifPresent(observed -> outputs.put(noOp.key(), observed.outputs())));
        for (List<Change> wave : plan.waves()) {
            List<ProviderException> failures = new ArrayList<>();
            for (Change change : wave) {
                try {
                    apply(change, environment, connection, outputs);
                } catch (ProviderException e) {
                    failures.add(e);
                }
            }
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }

    private void apply(
            Change change, Environment environment, Connection connection, Map<ResourceKey, Value.Obj> outputs) {
        if (change instanceof Change.Delete delete) {
            state.put(change.key(), delete.resource().in(Phase.DELETING));
            finish(connection, change, inputs(environment, Value.Obj.EMPTY));
            state.remove(change.key());
            return;
        }
        Resource resource = change.desired().orElseThrow();
        Value.Obj spec = Resolver.resolve(
                resource.spec(),
                ref -> Optional.ofNullable(outputs.get(ref.resource())).map(values -> values.get(ref.output())));
        state.put(change.key(), begun(change, resource, Resolver.seal(spec, KEY)));
        Progress.Done done = finish(connection, change, inputs(environment, spec));
        outputs.put(change.key(), done.outputs());
        state.put(change.key(), state.get(change.key()).ready(done.providerId(), Resolver.seal(done.outputs(), KEY)));
    }

    private static Inputs inputs(Environment environment, Value.Obj spec) {
        return new Inputs(environment.owner(), spec, "token", line -> {});
    }

    private Progress.Done finish(Connection connection, Change change, Inputs inputs) {
        Progress answer = patiently(() -> connection.apply(change, inputs));
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            if (answer instanceof Progress.Done done) {
                return done;
            }
            String cursor = ((Progress.Pending) answer).cursor();
            answer = patiently(() -> connection.poll(change, inputs, cursor));
        }
        throw new AssertionError(change.key() + " is never done");
    }

    private <T> T patiently(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (ProviderException e) {
                if (!e.retryable() || attempt >= attempts) {
                    throw e;
                }
            }
        }
    }

    private RecordedResource begun(Change change, Resource resource, Value.Obj sealed) {
        return new RecordedResource(
                resource.key(),
                component,
                resource.section(),
                Phase.CREATING,
                change.providerId(),
                sealed,
                change.recorded().map(RecordedResource::outputs).orElse(Value.Obj.EMPTY),
                resource.dependsOn(),
                resource.holdsData(),
                resource.claims(),
                "token",
                1);
    }
}
