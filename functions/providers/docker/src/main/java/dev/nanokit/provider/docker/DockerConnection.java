package dev.nanokit.provider.docker;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Observed;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Connection;
import dev.nanokit.provider.Inputs;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.docker.change.ImageWork;
import dev.nanokit.provider.docker.change.NetworkWork;
import dev.nanokit.provider.docker.change.VolumeWork;
import dev.nanokit.provider.docker.change.Work;
import dev.nanokit.provider.docker.compile.Kinds;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.observe.Discovery;
import dev.nanokit.provider.docker.observe.EngineView;
import dev.nanokit.provider.docker.preflight.Preflight;
import dev.nanokit.provider.docker.rollout.ContainerWork;
import dev.nanokit.provider.docker.rollout.Pace;
import dev.nanokit.provider.docker.source.BuildFolders;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection to one Docker engine. */
final class DockerConnection implements Connection {
    private final EngineClient engine;
    private final Environment environment;
    private final Path baseFolder;
    private final NetworkWork networks;
    private final VolumeWork volumes;
    private final ImageWork images;
    private final ContainerWork containers;

    DockerConnection(EngineClient engine, Environment environment, Path baseFolder, Pace pace, InstantSource clock) {
        this.engine = engine;
        this.environment = environment;
        this.baseFolder = baseFolder.toAbsolutePath().normalize();
        this.networks = new NetworkWork(engine);
        this.volumes = new VolumeWork(engine);
        this.images = new ImageWork(engine, new BuildFolders(this.baseFolder));
        this.containers = new ContainerWork(engine, this.baseFolder, pace, clock);
    }

    @Override
    public String endpoint() {
        return engine.endpoint();
    }

    @Override
    public String software() {
        return engine.software();
    }

    @Override
    public Optional<Observed> read(RecordedResource recorded) {
        return discovery(EngineView.asNeeded(engine)).one(recorded.key(), recorded.spec());
    }

    @Override
    public Optional<Observed> find(Resource resource) {
        return discovery(EngineView.asNeeded(engine)).one(resource.key(), resource.spec());
    }

    @Override
    public Map<ResourceKey, Observed> discover(List<RecordedResource> recorded, List<Resource> unrecorded) {
        return discovery(EngineView.whole(engine)).all(recorded, unrecorded);
    }

    private Discovery discovery(EngineView view) {
        return new Discovery(view, environment.owner(), baseFolder);
    }

    @Override
    public List<Problem> preflight(Plan plan) {
        return new Preflight(engine, environment, baseFolder).check(plan);
    }

    @Override
    public Progress apply(Change change, Inputs inputs) {
        Work work = new Work(change.key(), inputs);
        return switch (change) {
            case Change.Delete delete -> delete(delete, work);
            case Change.NoOp noOp -> new Progress.Done(noOp.providerId().orElse(""), inputs.spec());
            case Change.Replace ignored -> replace(work);
            case Change.Create ignored -> bringUp(work);
            case Change.Update ignored -> bringUp(work);
            case Change.Adopt ignored -> bringUp(work);
        };
    }

    private Progress bringUp(Work work) {
        return switch (work.key().type()) {
            case Kinds.NETWORK -> networks.create(work);
            case Kinds.VOLUME -> volumes.create(work);
            case Kinds.IMAGE -> images.build(work);
            case Kinds.CONTAINER -> containers.apply(work);
            default -> throw unknown(work);
        };
    }

    private Progress replace(Work work) {
        return work.key().type().equals(Kinds.NETWORK) ? networks.replace(work) : bringUp(work);
    }

    private Progress.Done delete(Change.Delete delete, Work work) {
        String id = delete.providerId().orElse("");
        return switch (work.key().type()) {
            case Kinds.NETWORK -> networks.delete(work);
            case Kinds.VOLUME -> volumes.delete(work, delete.resource().spec().text("name"));
            case Kinds.IMAGE -> images.delete(work, id);
            case Kinds.CONTAINER -> containers.delete(work, id);
            default -> throw unknown(work);
        };
    }

    @Override
    public Progress poll(Change change, Inputs inputs, String cursor) {
        return containers.poll(new Work(change.key(), inputs), cursor);
    }

    private static IllegalArgumentException unknown(Work work) {
        return new IllegalArgumentException(work.key() + " is no kind of thing that docker has");
    }

    @Override
    public void close() {
        engine.close();
    }
}
