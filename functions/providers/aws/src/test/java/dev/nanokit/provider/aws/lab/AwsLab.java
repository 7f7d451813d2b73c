package dev.nanokit.provider.aws.lab;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.nanokit.provider.Provider;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.Sources;
import dev.nanokit.provider.Trial;
import dev.nanokit.provider.aws.AwsProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Plans and applies files on an AWS that a test has, as the stages do, with state in memory: what is recorded before and
 * after each call is what the real store would hold, so that a run that is cut off can be taken up by the next. Waits for
 * nothing: where AWS asks to look again later, it looks at once.
 */
public final class AwsLab {
    private static final int MOST_LOOKS = 200;

    private final Provider provider = new AwsProvider();
    private final Trial trial = new Trial(new AtOnce(), line -> {});
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
        return trial.state();
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
            Plan plan = patiently(() -> trial.plan(environment, connection, resources(environment)));
            trial.apply(plan, environment, connection);
            return plan;
        }
    }

    /** @param file names the provider and its region */
    public Plan destroy(String file) {
        Environment environment = environment(file);
        try (Connection connection = connect(environment)) {
            Plan plan = patiently(() -> trial.plan(environment, connection, List.of()));
            trial.apply(plan, environment, connection);
            return plan;
        }
    }

    private List<Resource> resources(Environment environment) {
        Compilation compilation = provider.compile(environment, Sources.NONE);
        Trial.refuse(compilation.problems());
        return compilation.resources().stream()
                .map(resource -> resource.withSpec((Value.Obj) Resolver.mapSecrets(resource.spec(), this::revealed)))
                .toList();
    }

    private Secret revealed(Secret secret) {
        return Secret.revealed(secret.source(), secrets.getOrDefault(secret.source(), "not set in this test"));
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

    /** One change after the other, since an emulator is no AWS; looks again without waiting. */
    private final class AtOnce implements Trial.Manner {
        @Override
        public void pause(int looks, Duration after) {
            assertThat(looks).as("it is never done").isLessThan(MOST_LOOKS);
        }

        @Override
        public <T> T attempt(Supplier<T> call) {
            return patiently(call);
        }

        @Override
        public void wave(List<Change> wave, Consumer<Change> apply) {
            List<ProviderException> failures = new ArrayList<>();
            for (Change change : wave) {
                try {
                    apply.accept(change);
                } catch (ProviderException e) {
                    failures.add(e);
                }
            }
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }
}
