package dev.nanokit.provider.docker.rollout;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.nanokit.provider.docker.Labels;
import dev.nanokit.provider.docker.change.Work;
import dev.nanokit.provider.docker.engine.EngineClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The containers of one resource on the engine, by their slots, and the simple calls about them. */
final class Containers {
    private final EngineClient engine;
    private final Work work;
    private final Pace pace;

    Containers(EngineClient engine, Work work, Pace pace) {
        this.engine = engine;
        this.work = work;
        this.pace = pace;
    }

    /** What the list tells of a container. */
    record Listed(String id, String state) {
        boolean running() {
            return state.equals("running") || state.equals("restarting");
        }
    }

    /** Those that carry this resource's labels, whichever run has made them. */
    Map<Slot, Listed> bySlot(String name) {
        Map<Slot, Listed> slots = new HashMap<>();
        for (JsonNode container : list()) {
            for (Slot slot : Slot.values()) {
                if (container.path("Names").path(0).asString("").equals("/" + slot.name(name))) {
                    slots.put(
                            slot,
                            new Listed(
                                    container.path("Id").asString(),
                                    container.path("State").asString("")));
                }
            }
        }
        return slots;
    }

    JsonNode list() {
        Map<String, String> labels = work.labels();
        List<String> filters = List.of(Labels.PROJECT, Labels.ENVIRONMENT, Labels.COMPONENT, Labels.RESOURCE).stream()
                .map(label -> label + "=" + labels.get(label))
                .collect(Collectors.toList());
        String query = JsonMapper.shared().writeValueAsString(Map.of("label", filters));
        return engine.get(
                "/containers/json?all=true&filters=" + EngineClient.encoded(query),
                "looking for the containers of " + work.key().name());
    }

    void start(Listed container) {
        try {
            if (container.state().equals("paused")) {
                engine.docker().unpauseContainerCmd(container.id()).exec();
            } else {
                engine.docker().startContainerCmd(container.id()).exec();
            }
        } catch (NotModifiedException e) {
            // It runs already.
            return;
        }
    }

    void stop(String id) {
        try {
            engine.docker()
                    .stopContainerCmd(id)
                    .withTimeout((int) pace.stop().toSeconds())
                    .exec();
        } catch (NotModifiedException e) {
            // It has ended already.
            return;
        }
    }

    /** Removes it with the unnamed volumes that its image gave it; named ones stay. */
    void remove(String id) {
        try {
            engine.docker()
                    .removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (NotFoundException e) {
            // It has gone already.
            return;
        }
    }

    void rename(String id, String name) {
        engine.docker().renameContainerCmd(id).withName(name).exec();
    }
}
