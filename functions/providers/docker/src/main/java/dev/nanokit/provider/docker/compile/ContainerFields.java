package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;

/** The fields that every container of an environment has. */
final class ContainerFields {
    private ContainerFields() {}

    static Fields of(Scope scope, String service, String image) {
        return new Fields()
                .with("service", service)
                .with("image", image)
                .with("network", Value.ref(scope.names().environmentNetworkKey(), "id"))
                .with("restart", "unless-stopped")
                .with("state", "running");
    }
}
