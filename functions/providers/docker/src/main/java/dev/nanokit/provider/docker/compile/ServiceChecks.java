package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.UpdateStrategy;
import dev.nanokit.engine.source.Place;

/** What a service asks for that containers on one host can't do, or that will surprise. */
final class ServiceChecks {
    private final Scope scope;

    ServiceChecks(Scope scope) {
        this.scope = scope;
    }

    void check(Service service) {
        checkReplicas(service);
        checkRolling(service);
        checkHosts(service);
    }

    private void checkReplicas(Service service) {
        if (service.port().isPresent() && service.instances() > 1) {
            scope.error(
                    place(service, "port"),
                    "service '" + service.name() + "' has " + service.instances() + " instances and publishes port "
                            + service.port().getAsInt(),
                    "A port of the host can lead to one container only.",
                    "Use 'expose' with 'host' and a gateway in place of 'port', or 1 instance.");
        }
    }

    private void checkRolling(Service service) {
        if (service.updateStrategy() == UpdateStrategy.ROLLING && service.port().isPresent()) {
            scope.warn(
                    place(service, "updateStrategy"),
                    "an update of service '" + service.name() + "' interrupts port "
                            + service.port().getAsInt() + " for a moment",
                    "The new container proves itself first, but a port of the host can't be held by two at once.",
                    "Use 'expose' with 'host' and a gateway for an update without a gap.");
        }
    }

    private void checkHosts(Service service) {
        boolean routed =
                scope.environment().gateway().isPresent() && !service.hosts().isEmpty();
        if (routed && service.expose().isEmpty()) {
            scope.error(
                    place(service, "host"),
                    "service '" + service.name() + "' has a host, but no port that the gateway could lead to",
                    "The gateway speaks HTTP to the container's own port.",
                    "Give the service 'expose'.");
        }
    }

    private Place place(Service service, String key) {
        return scope.place("services", service.name(), key);
    }
}
