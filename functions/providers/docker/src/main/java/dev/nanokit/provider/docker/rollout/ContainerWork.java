package dev.nanokit.provider.docker.rollout;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.ProviderException;
import dev.nanokit.provider.docker.change.ImagePull;
import dev.nanokit.provider.docker.change.Work;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Brings containers to their specs, and removes them. */
public final class ContainerWork {
    private final EngineClient engine;
    private final ImagePull images;
    private final Path baseFolder;
    private final Pace pace;
    private final InstantSource clock;
    /** Containers that this connection has made, by the spec that it has made them from: they need no reading back. */
    private final Map<String, Value.Obj> made = new ConcurrentHashMap<>();

    private final Set<String> imagesThere = ConcurrentHashMap.newKeySet();

    public ContainerWork(EngineClient engine, Path baseFolder, Pace pace, InstantSource clock) {
        this.engine = engine;
        this.images = new ImagePull(engine);
        this.baseFolder = baseFolder;
        this.pace = pace;
        this.clock = clock;
    }

    /** Takes the container as far towards its spec as can be gone without waiting. */
    public Progress apply(Work work) {
        return step(work, Watch.NONE);
    }

    /** @param cursor from the {@link Progress.Pending} before */
    public Progress poll(Work work, String cursor) {
        return step(work, Watch.parse(cursor));
    }

    private Progress step(Work work, Watch watch) {
        ContainerSpec spec = new ContainerSpec(work.spec());
        try {
            if (imagesThere.add(spec.image())) {
                try {
                    images.ensure(spec.image(), work.inputs().progress());
                } catch (RuntimeException e) {
                    imagesThere.remove(spec.image());
                    throw e;
                }
            }
            return new RolloutRun(engine, work, spec, baseFolder, pace, clock, made).run(watch);
        } catch (RuntimeException e) {
            throw withoutSecrets(engine.errors().of(e, "bringing up container " + spec.name()), spec);
        }
    }

    /** Removes all of the resource's containers, those of an interrupted update too. */
    public Progress.Done delete(Work work, String id) {
        try {
            Containers containers = new Containers(engine, work, pace);
            containers.list().forEach(container -> {
                String each = container.path("Id").asString();
                if (container.path("State").asString("").equals("running")) {
                    containers.stop(each);
                }
                containers.remove(each);
            });
            return new Progress.Done(id, Value.Obj.EMPTY);
        } catch (RuntimeException e) {
            throw engine.errors().of(e, "removing container " + work.key().name());
        }
    }

    private static ProviderException withoutSecrets(ProviderException error, ContainerSpec spec) {
        String redacted = Redaction.of(spec.fields()).of(error.getMessage());
        return redacted.equals(error.getMessage())
                ? error
                : new ProviderException(redacted, error.retryable(), error.code(), error.fix(), null);
    }
}
