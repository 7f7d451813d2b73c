package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Volume;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.List;
import java.util.Set;

/** Volumes: those that the file declares, and those in which databases and the gateway keep what is theirs. */
final class VolumeCompiler {
    private final Scope scope;

    VolumeCompiler(Scope scope) {
        this.scope = scope;
    }

    List<Resource> declared() {
        return scope.environment().volumes().values().stream()
                .map(this::declared)
                .toList();
    }

    private Resource declared(Volume volume) {
        Place place = scope.place("volumes", volume.name());
        if (volume.sizeBytes().isPresent()) {
            scope.warn(
                    scope.place("volumes", volume.name(), "size"),
                    "the size of volume '" + volume.name() + "' is not enforced",
                    "Docker's own volumes grow until the disk is full.",
                    "Keep an eye on the disk, or remove 'size'.");
        }
        return volume(volume.name(), Section.SERVICES, spec(volume.name()).build(), true, place);
    }

    /**
     * A database's data. The volume also keeps the password that it is initialised with, so that a container made anew
     * knows it.
     */
    Resource ofDatabase(String name, Place place) {
        return volume(
                name,
                Section.DATABASES,
                spec(name).with("password", "generated").build(),
                true,
                place);
    }

    /** Certificates: they can be had again, so they are not data to be guarded. */
    Resource ofGateway(String name, Place place) {
        return volume(name, Section.SERVICES, spec(name).build(), false, place);
    }

    private Fields spec(String name) {
        return new Fields().with("name", scope.names().onEngine(name));
    }

    private static Resource volume(String name, Section section, Value.Obj spec, boolean holdsData, Place place) {
        return new Resource(
                Kinds.volume(name),
                section,
                Management.MANAGED,
                spec,
                Set.of(),
                Set.of(),
                holdsData,
                Set.of("name"),
                Set.of(),
                place);
    }
}
