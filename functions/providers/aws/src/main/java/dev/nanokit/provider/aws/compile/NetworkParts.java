package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import java.util.Set;

/**
 * What other resources need to know of the network.
 *
 * @param vpc its id
 * @param range its range of addresses
 * @param publicSubnets ids of one in each zone
 * @param privateSubnets ids of one in each zone
 * @param serviceSubnets where services live: the private ones where these have a way out, else the public ones
 * @param serviceAddresses whether a service needs a public address of its own there to reach anything
 * @param waysOut what must be there before something in a private subnet can reach the internet
 */
record NetworkParts(
        Value vpc,
        Value range,
        Value publicSubnets,
        Value privateSubnets,
        Value serviceSubnets,
        Value serviceAddresses,
        Set<ResourceKey> dependsOn,
        Set<ResourceKey> waysOut) {}
