package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Service;
import dev.nanokit.provider.GivenVariables;
import java.util.Set;

/**
 * What a service asks for that Fargate can't do, or that this build does not do on it.
 *
 * @param databases of which services are told how to reach them
 */
record ServiceChecks(Scope scope, Set<String> databases) {
    void check(Service service) {
        checkImage(service);
        checkVolumes(service);
        checkHealth(service);
        checkScale(service);
        checkReached(service);
        checkDatabases(service);
        checkSiblings(service);
    }

    private void checkDatabases(Service service) {
        service.dependsOn().stream()
                .filter(name -> !databases.contains(name)
                        && scope.environment().databases().containsKey(name))
                .forEach(name -> scope.error(
                        scope.place("services", service.name(), "depends_on"),
                        "service '" + service.name() + "' is not told how to reach database '" + name
                                + "' in this build for aws",
                        "The variables " + GivenVariables.part(name) + "_URL, _USER and _PASSWORD are not made yet.",
                        "Take the database out of 'depends_on', and give the service its address by 'env' and its"
                                + " password by 'secrets'."));
    }

    private void checkSiblings(Service service) {
        boolean isCalled = service.expose().isPresent()
                && scope.environment().services().values().stream()
                                .filter(other -> other.instances() > 0)
                                .count()
                        > 1;
        if (isCalled) {
            scope.warn(
                    scope.place("services", service.name(), "expose"),
                    "the other services can't find service '" + service.name() + "' by its name yet",
                    "NANOKIT_URL_" + GivenVariables.part(service.name())
                            + " names it, and this build registers no such name on aws (Service Connect).",
                    "Until it does, let services reach each other through addresses of your own.");
        }
    }

    private void checkImage(Service service) {
        String key = switch (service.source()) {
            case Service.Source.Image ignored -> "";
            case Service.Source.Build ignored -> "build";
            case Service.Source.OnRuntime ignored -> "runtime";
        };
        if (!key.isEmpty()) {
            scope.error(
                    scope.place("services", service.name(), key),
                    "service '" + service.name() + "' has no image",
                    "Fargate runs images from a registry; nothing is built on aws.",
                    "Build it in your pipeline, push it to a registry, and name it: image: registry/name:tag.");
        }
    }

    private void checkVolumes(Service service) {
        if (!service.volumes().isEmpty()) {
            scope.error(
                    scope.place("services", service.name(), "volumes"),
                    "service '" + service.name() + "' has volumes, which are not in this build for aws",
                    "A task on Fargate keeps no data of its own, and a file system (EFS) is not made yet.",
                    "Keep the data in a database or in S3, or use provider docker for this environment.");
        }
    }

    private void checkHealth(Service service) {
        boolean path =
                service.health().filter(Service.Health.Path.class::isInstance).isPresent();
        if (path && service.port().isEmpty() && service.hosts().isEmpty()) {
            scope.warn(
                    scope.place("services", service.name(), "health"),
                    "the health path of service '" + service.name() + "' is not asked for",
                    "Paths are asked by a load balancer, and a service without host and port has none.",
                    "Give a command that exits 0: health: { command: … }.");
        }
    }

    private void checkScale(Service service) {
        if (service.scale().isPresent()) {
            scope.error(
                    scope.place("services", service.name(), "scale"),
                    "service '" + service.name() + "' scales by load, which is not in this build for aws",
                    "This build keeps a fixed number of tasks running.",
                    "Take 'scale' away for this environment, and set 'instances'.");
        }
    }

    private void checkReached(Service service) {
        if (service.port().isPresent() || !service.hosts().isEmpty()) {
            scope.error(
                    scope.place("services", service.name(), service.port().isPresent() ? "port" : "host"),
                    "service '" + service.name()
                            + "' is to be reached from outside, which is not in this build for aws",
                    "It takes a load balancer, which this build does not make yet.",
                    "Use 'expose' alone for this environment.");
        }
    }
}
