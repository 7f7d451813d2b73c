package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.Mount;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is mounted into a service's containers: declared volumes by name, folders of the host by path. */
final class Mounts {
    private final Scope scope;
    private final Service service;
    private final Map<String, Value> byTarget = new TreeMap<>();
    private final Set<ResourceKey> volumes = new TreeSet<>();

    private Mounts(Scope scope, Service service) {
        this.scope = scope;
        this.service = service;
    }

    static Mounts of(Scope scope, Service service) {
        Mounts mounts = new Mounts(scope, service);
        service.volumes().forEach(mounts::add);
        return mounts;
    }

    /** The mounts by the path inside the container. */
    Value.Obj spec() {
        return Value.obj(byTarget);
    }

    Set<ResourceKey> volumes() {
        return volumes;
    }

    static Value.Obj volume(ResourceKey volume, boolean readOnly) {
        Fields mount = new Fields().with("volume", Value.ref(volume, "name"));
        return readOnly ? mount.with("readOnly", Value.bool(true)).build() : mount.build();
    }

    private void add(Mount mount) {
        if (mount.source().startsWith("/") || mount.source().startsWith(".")) {
            addFolder(mount);
        } else {
            ResourceKey volume = Kinds.volume(mount.source());
            volumes.add(volume);
            byTarget.put(mount.target(), volume(volume, mount.readOnly()));
        }
    }

    private void addFolder(Mount mount) {
        if (scope.overSsh() && !mount.source().startsWith("/")) {
            scope.error(
                    scope.place("services", service.name(), "volumes"),
                    "the path '" + mount.source() + "' is relative to this file, but the containers run on "
                            + String.join(
                                    ", ",
                                    scope.environment().deploy().orElseThrow().hosts()),
                    "With deploy.target: ssh a path is one on that host.",
                    "Give the absolute path on the host, or use a declared volume.");
        }
        Fields fields = new Fields().with("folder", mount.source());
        if (mount.readOnly()) {
            fields.with("readOnly", Value.bool(true));
        }
        byTarget.put(mount.target(), fields.build());
    }
}
