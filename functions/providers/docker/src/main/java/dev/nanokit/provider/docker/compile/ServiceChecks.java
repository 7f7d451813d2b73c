package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.config.Service.Health;
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
        checkHealth(service);
        checkHosts(service);
    }

    private void checkReplicas(Service service) {
        if (service.port().isPresent() && service.instances() > 1) {
            scope.error(
                    place(service, "port"),
                    "service '" + service.name() + "' has " + service.instances() + " instances and publishes port "
                            + service.port().getAsInt(),
                    "a port of the host can lead to one container only",
                    "use 'expose' with 'host' and a gateway in place of 'port', or 1 instance");
        }
    }

    private void checkRolling(Service service) {
        if (service.updateStrategy() == UpdateStrategy.ROLLING && service.port().isPresent()) {
            scope.warn(
                    place(service, "updateStrategy"),
                    "an update of service '" + service.name() + "' interrupts port "
                            + service.port().getAsInt() + " for a moment",
                    "the new container is proven healthy first, but a port of the host can't be held by two at once",
                    "use 'expose' with 'host' and a gateway for an update without a gap");
        }
    }

    private void checkHealth(Service service) {
        boolean byPath = service.health().filter(Health.Path.class::isInstance).isPresent();
        if (byPath && service.expose().isEmpty()) {
            scope.error(
                    place(service, "health"),
                    "service '" + service.name() + "' is to be checked by a path, but has no port",
                    "a path is asked for over HTTP on the container's own port",
                    "give the service 'expose' or 'port', or a command as its health check");
        }
    }

    private void checkHosts(Service service) {
        if (service.hosts().isEmpty()) {
            return;
        }
        if (scope.environment().gateway().isEmpty()) {
            scope.warn(
                    place(service, "host"),
                    "service '" + service.name() + "' is not routed: nothing answers for "
                            + String.join(", ", service.hosts()),
                    "on docker a gateway leads a host name to its service, and this file has none",
                    "add 'gatewayPort: 80' at the top level");
        } else if (service.expose().isEmpty()) {
            scope.error(
                    place(service, "host"),
                    "service '" + service.name() + "' has a host, but no port that the gateway could lead to",
                    "",
                    "give the service 'expose'");
        }
    }

    private Place place(Service service, String key) {
        return scope.place("services", service.name(), key);
    }
}
