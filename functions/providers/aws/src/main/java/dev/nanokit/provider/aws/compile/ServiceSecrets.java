package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.SecretRef;
import dev.nanokit.engine.config.Service;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The secrets of services. ECS looks each up itself when a task starts, by its ARN: Nanokit never sees it. That it is there
 * is checked when planning.
 */
final class ServiceSecrets {
    private final Scope scope;
    private final Map<ResourceKey, Resource> stored = new TreeMap<>();

    ServiceSecrets(Scope scope) {
        this.scope = scope;
    }

    /** Where all the secrets are that were asked for: things that are there, and are never touched. */
    List<Resource> resources() {
        return List.copyOf(stored.values());
    }

    /** By variable, what ECS looks the value up by. */
    Map<String, Value> of(Service service) {
        Map<String, Value> secrets = new TreeMap<>();
        service.secrets().forEach((name, ref) -> arn(name, ref).ifPresent(arn -> secrets.put(name, arn)));
        return secrets;
    }

    private Optional<Value> arn(String variable, SecretRef ref) {
        return switch (ref.store()) {
            case SSM -> Optional.of(stored(Types.PARAMETER, ref));
            case SECRETS_MANAGER -> Optional.of(stored(Types.SECRET, ref));
            case ENV -> {
                scope.error(
                        ref.place(),
                        "secret " + variable + " can't come from a variable on aws",
                        "Its value would stand in the task definition, for everybody to read who may look at it.",
                        "Put it into SSM or Secrets Manager, and refer to it: {from: ssm, path: …} or"
                                + " {from: secretsmanager, id: …}.");
                yield Optional.empty();
            }
        };
    }

    private Value stored(String type, SecretRef ref) {
        ResourceKey key = new ResourceKey(type, ref.name());
        stored.put(
                key,
                Scope.resource(
                        key, Section.SERVICES, Management.EXTERNAL, Value.Obj.EMPTY, Set.of(), Set.of(), ref.place()));
        return Value.ref(key, "arn");
    }

    /**
     * What lets a role read these, and nothing else.
     *
     * @param besides the ARNs of more secrets
     */
    static List<Value.Obj> readable(Map<String, Value> secrets, List<Value> besides) {
        List<Value.Obj> statements = new ArrayList<>();
        allow("ssm:GetParameters", of(Types.PARAMETER, secrets)).ifPresent(statements::add);
        List<Value> kept = new ArrayList<>(of(Types.SECRET, secrets));
        kept.addAll(besides);
        allow("secretsmanager:GetSecretValue", kept).ifPresent(statements::add);
        return statements;
    }

    private static List<Value> of(String type, Map<String, Value> secrets) {
        return secrets.values().stream()
                .filter(arn ->
                        arn instanceof Value.Ref ref && ref.resource().type().equals(type))
                .distinct()
                .toList();
    }

    private static Optional<Value.Obj> allow(String action, List<Value> arns) {
        return arns.isEmpty() ? Optional.empty() : Optional.of(Policies.allow(List.of(action), arns));
    }
}
