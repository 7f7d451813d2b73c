package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Compilation;
import dev.nanokit.provider.Sources;
import java.util.ArrayList;
import java.util.List;

/** Turns an environment into networks, volumes, images and containers. Pure. */
public final class DockerCompiler {
    private final Scope scope;

    private DockerCompiler(Scope scope) {
        this.scope = scope;
    }

    public static Compilation compile(Environment environment, Sources sources) {
        return new DockerCompiler(Scope.of(environment, sources)).compile();
    }

    private Compilation compile() {
        EnvironmentChecks checks = new EnvironmentChecks(scope);
        checks.checkFile();
        List<Resource> resources = resources();
        checks.checkNames(resources);
        boolean failed = scope.problems().stream().anyMatch(Problem::isError);
        return new Compilation(failed ? List.of() : resources, scope.problems());
    }

    private List<Resource> resources() {
        Environment environment = scope.environment();
        List<Resource> resources = new ArrayList<>(new NetworkCompiler(scope).compile());
        resources.addAll(new VolumeCompiler(scope).declared());
        DatabaseCompiler databases = new DatabaseCompiler(scope);
        environment.databases().values().forEach(database -> resources.addAll(databases.compile(database)));
        ServiceCompiler services = new ServiceCompiler(scope);
        environment.services().values().forEach(service -> resources.addAll(services.compile(service)));
        environment.gateway().ifPresent(gateway -> resources.addAll(new GatewayCompiler(scope).compile(gateway)));
        return resources;
    }
}
