package dev.nanokit.provider.docker.compile;

import dev.nanokit.engine.config.Deploy;
import dev.nanokit.engine.config.Environment;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the environment as a whole asks for that one Docker engine can't do. */
final class EnvironmentChecks {
    private final Scope scope;

    EnvironmentChecks(Scope scope) {
        this.scope = scope;
    }

    void checkFile() {
        Environment environment = scope.environment();
        environment
                .infra()
                .dns()
                .ifPresent(dns -> scope.error(
                        scope.place("infra", "dns"),
                        "dns is not in this build for docker",
                        "records for the hosts of a Docker engine are not made yet",
                        "remove infra.dns, and point the names at the host yourself"));
        environment.deploy().ifPresent(this::checkHosts);
        checkRanges(environment);
    }

    private void checkHosts(Deploy deploy) {
        if (deploy.hosts().size() != 1) {
            scope.error(
                    scope.place("deploy", "hosts"),
                    "deploy names " + deploy.hosts().size() + " hosts",
                    "an environment lives on one Docker host in this build",
                    "name one host; give further ones environments of their own");
        }
    }

    private void checkRanges(Environment environment) {
        Map<String, String> ranges = new TreeMap<>();
        environment.infra().cidr().ifPresent(cidr -> ranges.put("infra", cidr));
        environment
                .networks()
                .values()
                .forEach(network -> network.cidr().ifPresent(cidr -> {
                    ranges.forEach((other, range) -> checkPair(network.name(), cidr, other, range));
                    ranges.put(network.name(), cidr);
                }));
    }

    private void checkPair(String network, String cidr, String other, String range) {
        boolean overlap = Ipv4Range.parse(cidr)
                .flatMap(first -> Ipv4Range.parse(range).map(first::overlaps))
                .orElse(false);
        if (overlap) {
            scope.error(
                    scope.place("networks", network, "cidr"),
                    "the range " + cidr + " of network '" + network + "' overlaps " + range + " of '" + other + "'",
                    "an engine routes each address to one network",
                    "choose a range that is free");
        }
    }

    /** Two parts of the file that would become the same thing. */
    void checkNames(List<Resource> resources) {
        Map<ResourceKey, Resource> byKey = new HashMap<>();
        Map<String, Resource> byClaim = new HashMap<>();
        for (Resource resource : resources) {
            Resource same = byKey.putIfAbsent(resource.key(), resource);
            if (same != null) {
                scope.error(
                        resource.place(),
                        "the " + resource.key().type() + " '" + resource.key().name()
                                + "' is asked for twice, here and at " + same.place(),
                        "services, databases, their replicas and the gateway share one space of names",
                        "rename one of the two");
                continue;
            }
            for (String claim : resource.claims()) {
                Resource holder = byClaim.putIfAbsent(claim, resource);
                if (holder != null) {
                    scope.error(
                            resource.place(),
                            "port " + claim.substring(claim.indexOf('/') + 1) + " of the host is asked for by '"
                                    + holder.key().name() + "' and '"
                                    + resource.key().name() + "'",
                            "a port of the host can lead to one container only",
                            "give one of them another port");
                }
            }
        }
    }
}
