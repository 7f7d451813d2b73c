package dev.nanokit.provider.aws.compile;

/** What AWS has and this build does not make yet: said, never left out in silence. */
final class NotYet {
    private NotYet() {}

    static void check(Scope scope) {
        var environment = scope.environment();
        environment.volumes().keySet().forEach(name -> refuse(scope, "volume '" + name + "'", "volumes", name));
        environment.infra().dns().ifPresent(dns -> refuse(scope, "infra.dns", "infra", "dns"));
    }

    private static void refuse(Scope scope, String what, String... path) {
        scope.error(
                scope.place(path),
                what + " is not in this build for aws",
                "This build makes networks, machines, Kubernetes clusters, databases and services on aws.",
                "Take it out of the environments on aws, or use provider docker for them.");
    }
}
