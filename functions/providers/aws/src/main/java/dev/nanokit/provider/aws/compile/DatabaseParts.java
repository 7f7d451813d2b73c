package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.Map;
import java.util.Set;

/**
 * What a service that depends on a database needs to know of it.
 *
 * @param variables plain ones: {@code ORDERS_USER}
 * @param secrets by variable, what ECS looks the value up by: the ARN of a secret or a parameter, with the field of the
 *     secret where it has several
 * @param secretArns the ARNs, at Secrets Manager, of what these are read from
 * @param dependsOn what has to be there before the service starts
 */
record DatabaseParts(
        Map<String, Value> variables, Map<String, Value> secrets, Set<Value> secretArns, Set<ResourceKey> dependsOn) {}
