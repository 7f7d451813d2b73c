package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Turns an environment into resources of AWS. Pure. */
public final class AwsCompiler {
    private AwsCompiler() {}

    public static Compilation compile(Environment environment) {
        Scope scope = Scope.of(environment);
        NotYet.check(scope);
        NetworkCompiler network = new NetworkCompiler(scope);
        NetworkParts parts = network.compile();
        List<Resource> resources = new ArrayList<>(network.resources());
        resources.addAll(new MachinesCompiler(scope, parts).compile());
        resources.addAll(new KubernetesCompiler(scope, parts).compile());
        resources.addAll(new DatabasesCompiler(scope, parts, DatabaseClients.inNetwork(parts)).compile());
        resources.addAll(new ServicesCompiler(scope, parts, Map.of()).compile());
        boolean failed = scope.problems().stream().anyMatch(Problem::isError);
        return new Compilation(failed ? List.of() : resources, scope.problems());
    }
}
