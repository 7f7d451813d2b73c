package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Network;
import dev.nanokit.engine.resource.Management;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.resource.Section;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import dev.nanokit.provider.Ipv4Range;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment's network: a VPC with public and private subnets in two zones, or one that is there already. */
final class NetworkCompiler {
    private static final String DEFAULT_RANGE = "10.0.0.0/16";
    private static final String EVERYWHERE = "0.0.0.0/0";
    private static final ResourceKey VPC = new ResourceKey(Types.VPC, "main");
    private static final ResourceKey INTERNET = new ResourceKey(Types.INTERNET_GATEWAY, "main");
    private static final ResourceKey ADDRESS = new ResourceKey(Types.ADDRESS, "nat");
    private static final ResourceKey NAT = new ResourceKey(Types.NAT_GATEWAY, "main");
    private static final ResourceKey PUBLIC_ROUTES = new ResourceKey(Types.ROUTE_TABLE, "public");
    private static final ResourceKey PRIVATE_ROUTES = new ResourceKey(Types.ROUTE_TABLE, "private");

    private final Scope scope;
    private final List<Resource> resources = new ArrayList<>();

    NetworkCompiler(Scope scope) {
        this.scope = scope;
    }

    List<Resource> resources() {
        return List.copyOf(resources);
    }

    NetworkParts compile() {
        checkDeclared();
        return scope.environment().infra().vpc().map(this::existing).orElseGet(this::own);
    }

    private NetworkParts existing(String id) {
        ResourceKey key = new ResourceKey(Types.EXISTING_VPC, id);
        resources.add(Scope.resource(
                key,
                Section.INFRASTRUCTURE,
                Management.EXTERNAL,
                Value.Obj.EMPTY,
                Set.of(),
                Set.of(),
                scope.place("infra", "vpc")));
        return new NetworkParts(
                Value.ref(key, "id"),
                Value.ref(key, "cidr"),
                Value.ref(key, "publicSubnets"),
                Value.ref(key, "privateSubnets"),
                Value.ref(key, "serviceSubnets"),
                Value.ref(key, "serviceAddresses"),
                Set.of(key),
                Set.of());
    }

    private NetworkParts own() {
        String range = scope.environment().infra().cidr().orElse(DEFAULT_RANGE);
        Optional<SubnetRanges> ranges = Ipv4Range.parse(range).flatMap(SubnetRanges::of);
        if (ranges.isEmpty()) {
            scope.error(
                    place(),
                    "the range " + range + " is too small for a network on aws",
                    "It holds four subnets, two in each of two zones, and AWS makes none of fewer than 16 addresses.",
                    "Use /26 or larger.");
            return new NetworkParts(
                    Value.NULL, Value.NULL, Value.NULL, Value.NULL, Value.NULL, Value.NULL, Set.of(), Set.of());
        }
        add(VPC, new Fields().with("cidr", range).with("dnsHostnames", Value.bool(true)), Set.of(), Set.of("cidr"));
        add(INTERNET, new Fields().with("vpc", id(VPC)), Set.of(VPC), Set.of());
        List<ResourceKey> publics = subnets("public", ranges.get().publics(), true);
        List<ResourceKey> privates = subnets("private", ranges.get().privates(), false);
        routes(PUBLIC_ROUTES, publics, Optional.of(INTERNET));
        Set<ResourceKey> wayOut = hasNat() ? wayOut(publics.getFirst(), privates) : noWayOut(privates);
        return new NetworkParts(
                id(VPC),
                Value.ref(VPC, "cidr"),
                ids(publics),
                ids(privates),
                ids(hasNat() ? privates : publics),
                Value.bool(!hasNat()),
                dependsOn(publics, privates),
                wayOut);
    }

    private static Set<ResourceKey> dependsOn(List<ResourceKey> publics, List<ResourceKey> privates) {
        Set<ResourceKey> keys = new HashSet<>(publics);
        keys.addAll(privates);
        keys.add(VPC);
        return keys;
    }

    private Set<ResourceKey> wayOut(ResourceKey publicSubnet, List<ResourceKey> privates) {
        add(ADDRESS, new Fields(), Set.of(INTERNET), Set.of());
        add(
                NAT,
                new Fields().with("subnet", id(publicSubnet)).with("address", id(ADDRESS)),
                Set.of(publicSubnet, ADDRESS, PUBLIC_ROUTES),
                Set.of("subnet", "address"));
        routes(PRIVATE_ROUTES, privates, Optional.of(NAT));
        return Set.of(PRIVATE_ROUTES);
    }

    private Set<ResourceKey> noWayOut(List<ResourceKey> privates) {
        routes(PRIVATE_ROUTES, privates, Optional.empty());
        return Set.of(PUBLIC_ROUTES);
    }

    private List<ResourceKey> subnets(String name, List<Ipv4Range> ranges, boolean publicAddresses) {
        List<ResourceKey> keys = new ArrayList<>();
        for (int zone = 1; zone <= ranges.size(); zone++) {
            ResourceKey key = new ResourceKey(Types.SUBNET, name + "-" + zone);
            Fields spec = new Fields()
                    .with("vpc", id(VPC))
                    .with("cidr", ranges.get(zone - 1).toString())
                    .with("zone", Value.num(zone))
                    .with("publicAddresses", Value.bool(publicAddresses));
            add(key, spec, Set.of(VPC), Set.of("vpc", "cidr", "zone"));
            keys.add(key);
        }
        return keys;
    }

    private void routes(ResourceKey key, List<ResourceKey> subnets, Optional<ResourceKey> gateway) {
        List<ResourceKey> dependsOn = new ArrayList<>(subnets);
        dependsOn.add(VPC);
        gateway.ifPresent(dependsOn::add);
        Fields routes = new Fields();
        gateway.ifPresent(way -> routes.with(EVERYWHERE, id(way)));
        Fields spec =
                new Fields().with("vpc", id(VPC)).with("routes", routes.build()).with("subnets", ids(subnets));
        add(key, spec, Set.copyOf(dependsOn), Set.of("vpc"));
    }

    private void add(ResourceKey key, Fields spec, Set<ResourceKey> dependsOn, Set<String> replaceOn) {
        resources.add(scope.infrastructure(key, spec.build(), dependsOn, replaceOn, place()));
    }

    /** A network that the file calls public needs no way out of its own: everything in it has a public address. */
    private boolean hasNat() {
        return scope.environment().networks().values().stream()
                .noneMatch(network -> network.visibility() == Network.Visibility.PUBLIC);
    }

    private void checkDeclared() {
        for (Network network : scope.environment().networks().values()) {
            boolean plain = network.cidr().isEmpty() && network.vpcId().isEmpty();
            if (!plain || network.visibility() != Network.Visibility.PUBLIC) {
                scope.error(
                        scope.place("networks", network.name()),
                        "network '" + network.name() + "' is not in this build for aws",
                        "An environment has one network on aws. 'visibility: public' alone takes its NAT gateway away.",
                        "Remove it; infra.cidr chooses the range, infra.vpc a network that is there.");
            }
        }
    }

    private Place place() {
        return scope.environment().infra().cidr().isPresent() ? scope.place("infra", "cidr") : scope.place("infra");
    }

    private static Value id(ResourceKey key) {
        return Value.ref(key, "id");
    }

    private static Value ids(List<ResourceKey> keys) {
        return Value.seq(keys.stream().map(NetworkCompiler::id).toList());
    }
}
