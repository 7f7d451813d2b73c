package dev.nanokit.state.store;

import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Phase;
import dev.nanokit.engine.resource.RecordedResource;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Secret;
import dev.nanokit.engine.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Resources and plans for tests. */
public final class Recorded {
    private Recorded() {}

    static RecordedResource container(String component, String name, Phase phase, long serial) {
        return resource(component, new ResourceKey("container", name), Section.SERVICES, phase, serial, "1.4.2");
    }

    static RecordedResource network(String component, Phase phase) {
        return resource(component, new ResourceKey("network", "default"), Section.INFRASTRUCTURE, phase, 1, "");
    }

    static RecordedResource withImage(RecordedResource resource, String image) {
        return resource(
                resource.component(), resource.key(), resource.section(), resource.phase(), resource.serial(), image);
    }

    private static RecordedResource resource(
            String component, ResourceKey key, Section section, Phase phase, long serial, String image) {
        return new RecordedResource(
                key,
                component,
                section,
                phase,
                phase == Phase.CREATING ? Optional.empty() : Optional.of("id of " + key),
                Value.obj(Map.of(
                        "image", Value.text(image),
                        "password", Value.hidden(Secret.sealed("env:PASSWORD", "hmac-sha256:abc")))),
                Value.obj(Map.of("address", Value.text("10.0.0.7"))),
                Set.of(new ResourceKey("volume", "data")),
                false,
                Set.of("host-port/8080"),
                "token of " + key,
                serial);
    }

    public static Plan plan(String id, int changes, int unchanged) {
        List<Change> wave = IntStream.range(0, changes)
                .<Change>mapToObj(i ->
                        new Change.Create(desired("web-" + i), Optional.empty(), List.of("not there yet"), List.of()))
                .toList();
        List<Change.NoOp> noOps = IntStream.range(0, unchanged)
                .mapToObj(i -> new Change.NoOp(
                        desired("kept-" + i), Optional.empty(), Optional.of("id " + i), List.of("as it should be")))
                .toList();
        return new Plan(
                id,
                "shop",
                "stage",
                "api",
                "c0ffee",
                4,
                wave.isEmpty() ? List.of() : List.of(wave),
                noOps,
                List.of(),
                List.of(),
                Optional.empty(),
                "digest");
    }

    private static Resource desired(String name) {
        return new Resource(
                new ResourceKey("container", name),
                Section.SERVICES,
                Management.MANAGED,
                Value.Obj.EMPTY,
                Set.of(),
                Set.of(),
                false,
                Set.of(),
                Set.of(),
                new Place("nanokit.yml", 1, 1));
    }
}
