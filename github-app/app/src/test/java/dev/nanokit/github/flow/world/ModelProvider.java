package dev.nanokit.github.flow.world;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.config.ProviderId;
import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.Owner;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Problem;
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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** A provider of made-up services and databases in a {@link ModelCloud}. */
public final class ModelProvider implements Provider {
    private final ModelCloud cloud;
    private volatile Callable<Void> atChange = () -> null;
    private volatile Callable<Void> atPlan = () -> null;
    private volatile boolean down;

    public ModelProvider(ModelCloud cloud) {
        this.cloud = cloud;
    }

    /** What happens before each change from now on. */
    public void atChange(Callable<Void> work) {
        this.atChange = work;
    }

    /** What happens before each discovery from now on. */
    public void atPlan(Callable<Void> work) {
        this.atPlan = work;
    }

    public void down(boolean isDown) {
        this.down = isDown;
    }

    @Override
    public ProviderId id() {
        return ProviderId.DOCKER;
    }

    @Override
    public Sources sources(Environment environment, Path baseFolder) {
        Map<String, String> digests = new TreeMap<>();
        environment.services().forEach((name, service) -> {
            if (service.source() instanceof Service.Source.Build build) {
                digests.put(name, read(baseFolder.resolve(build.context()).resolve("Dockerfile")));
            }
        });
        return new Sources(digests, List.of());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Compilation compile(Environment environment, Sources sources) {
        List<Resource> resources = new ArrayList<>();
        environment
                .databases()
                .forEach((name, database) -> resources.add(resource(
                        environment,
                        new ResourceKey("database", name),
                        "databases",
                        Value.obj(Map.of("image", Value.text(database.engine().toString()))))));
        environment
                .services()
                .forEach((name, service) -> resources.add(resource(
                        environment,
                        new ResourceKey("service", name),
                        "services",
                        Value.obj(Map.of(
                                "image", Value.text(image(name, service, sources)), "secrets", secrets(service))))));
        return new Compilation(resources, List.of());
    }

    private static String image(String name, Service service, Sources sources) {
        return service.source() instanceof Service.Source.Image(String reference)
                ? reference
                : "built from " + sources.digest(name).orElseThrow();
    }

    private static Value.Obj secrets(Service service) {
        Map<String, Value> secrets = new TreeMap<>();
        for (Map.Entry<String, SecretRef> secret : service.secrets().entrySet()) {
            secrets.put(
                    secret.getKey(),
                    Value.hidden(Secret.reference(secret.getValue().source())));
        }
        return Value.obj(secrets);
    }

    private static Resource resource(Environment environment, ResourceKey key, String section, Value.Obj spec) {
        boolean data = section.equals("databases");
        return new Resource(
                key,
                data ? Section.DATABASES : Section.SERVICES,
                Management.MANAGED,
                spec,
                Set.of(),
                Set.of(),
                data,
                Set.of(),
                Set.of(),
                environment.places().of(section, key.name()));
    }

    @Override
    public Connection connect(Environment environment, ConnectionSettings settings) {
        if (down) {
            throw new ProviderException("the engine does not answer", true, "DOWN", "see that it runs", null);
        }
        return new ModelConnection(environment.owner());
    }

    private static void run(Callable<Void> work) {
        try {
            work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final class ModelConnection implements Connection {
        private final Owner owner;

        ModelConnection(Owner owner) {
            this.owner = owner;
        }

        @Override
        public String endpoint() {
            return "model://cloud";
        }

        @Override
        public Map<ResourceKey, Observed> discover(List<RecordedResource> recorded, List<Resource> unrecorded) {
            run(atPlan);
            return Connection.super.discover(recorded, unrecorded);
        }

        @Override
        public Optional<Observed> read(RecordedResource recorded) {
            return cloud.find(owner, recorded.key()).map(ModelCloud.Thing::observed);
        }

        @Override
        public Optional<Observed> find(Resource resource) {
            return cloud.find(owner, resource.key()).map(ModelCloud.Thing::observed);
        }

        @Override
        public List<Problem> preflight(Plan plan) {
            return List.of();
        }

        @Override
        public Progress apply(Change change, Inputs inputs) {
            run(atChange);
            if (change instanceof Change.Delete) {
                cloud.remove(owner, change.key());
                return new Progress.Done("", Value.Obj.EMPTY);
            }
            ModelCloud.Thing thing = cloud.put(owner, change.key(), inputs.spec());
            return new Progress.Done(thing.id(), Value.obj(Map.of("id", Value.text(thing.id()))));
        }

        @Override
        public Progress poll(Change change, Inputs inputs, String cursor) {
            throw new IllegalStateException("nothing is ever pending");
        }

        @Override
        public void close() {}
    }
}
