package dev.nanokit.provider.docker.change;

import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Foreign;
import dev.nanokit.provider.Progress;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.engine.EngineClient;
import dev.nanokit.provider.docker.observe.VolumeOutputs;
import java.security.SecureRandom;
import java.util.Map;
import java.util.TreeMap;

/** Makes and removes volumes. */
public final class VolumeWork {
    private static final String PASSWORD_ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 32;

    private final EngineClient engine;
    private final SecureRandom random = new SecureRandom();

    public VolumeWork(EngineClient engine) {
        this.engine = engine;
    }

    /**
     * Makes the volume, or takes the one that is there already. The engine answers a second creation under the same name
     * with the first volume, so its labels tell afterwards whose it is.
     */
    public Progress.Done create(Work work) {
        String name = work.spec().text("name");
        try {
            engine.docker()
                    .createVolumeCmd()
                    .withName(name)
                    .withLabels(labels(work))
                    .exec();
            InspectVolumeResponse volume =
                    engine.docker().inspectVolumeCmd(name).exec();
            Map<String, String> labels = labels(volume);
            if (!work.owns(labels)) {
                throw Foreign.refusal(work.key(), name, Labels.owner(labels));
            }
            return new Progress.Done(name, VolumeOutputs.of(name, labels));
        } catch (RuntimeException e) {
            throw engine.errors().of(e, "creating volume " + name);
        }
    }

    /** @param id the volume's name on the engine */
    public Progress.Done delete(Work work, String id) {
        try {
            InspectVolumeResponse volume = engine.docker().inspectVolumeCmd(id).exec();
            if (!work.owns(labels(volume))) {
                throw Foreign.refusal(work.key(), id, Labels.owner(labels(volume)));
            }
            engine.docker().removeVolumeCmd(id).exec();
        } catch (NotFoundException e) {
            // It is gone, which is what was asked for.
            return new Progress.Done(id, Value.Obj.EMPTY);
        } catch (RuntimeException e) {
            throw engine.errors().of(e, "removing volume " + id);
        }
        return new Progress.Done(id, Value.Obj.EMPTY);
    }

    private Map<String, String> labels(Work work) {
        Map<String, String> labels = new TreeMap<>(work.labels());
        if (!(work.spec().get("password") instanceof Value.Null)) {
            labels.put(Labels.PASSWORD, password());
        }
        return labels;
    }

    private String password() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(PASSWORD_ALPHABET.charAt(random.nextInt(PASSWORD_ALPHABET.length())));
        }
        return password.toString();
    }

    private static Map<String, String> labels(InspectVolumeResponse volume) {
        return volume.getLabels() == null ? Map.of() : volume.getLabels();
    }
}
