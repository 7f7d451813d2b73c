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
import java.util.function.Supplier;

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
        ContainerSpec spec = new ContainerSpec(work.spec());
        return guarded(spec, () -> {
            ensureImage(spec, work);
            new PasswordChange(engine, new Containers(engine, work, pace), clock)
                    .carryOut(spec, work.inputs().progress());
            return rollOut(work, spec, Watch.NONE);
        });
    }

    /** @param cursor from the {@link Progress.Pending} before */
    public Progress poll(Work work, String cursor) {
        ContainerSpec spec = new ContainerSpec(work.spec());
        return guarded(spec, () -> rollOut(work, spec, Watch.parse(cursor)));
    }

    private Progress rollOut(Work work, ContainerSpec spec, Watch watch) {
        return new RolloutRun(engine, work, spec, baseFolder, pace, clock, made).run(watch);
    }

    private void ensureImage(ContainerSpec spec, Work work) {
        if (!imagesThere.contains(spec.image())) {
            images.ensure(spec.image(), work.inputs().progress());
            imagesThere.add(spec.image());
        }
    }

    private Progress guarded(ContainerSpec spec, Supplier<Progress> work) {
        try {
            return work.get();
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
