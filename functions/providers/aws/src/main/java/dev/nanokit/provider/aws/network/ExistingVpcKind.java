package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.ExistingKind;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;

/** A VPC that was there before ({@code infra.vpc}): looked at, and never touched. */
public final class ExistingVpcKind implements ExistingKind {
    private final AwsAccount account;

    public ExistingVpcKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.EXISTING_VPC;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<ResourceKey, Found> found = new TreeMap<>();
        for (Search.Wanted wanted : search.wanted()) {
            look(wanted.key().name()).ifPresent(vpc -> found.put(wanted.key(), vpc));
        }
        return found;
    }

    private Optional<Found> look(String id) {
        Ec2Client ec2 = account.ec2().reads();
        return ec2.describeVpcs(request -> request.filters(Ec2Kind.filter("vpc-id", List.of(id)))).vpcs().stream()
                .findFirst()
                .map(vpc -> found(ec2, vpc));
    }

    private static Found found(Ec2Client ec2, Vpc vpc) {
        List<Filter> inVpc = List.of(Ec2Kind.filter("vpc-id", List.of(vpc.vpcId())));
        List<RouteTable> tables =
                ec2.describeRouteTablesPaginator(request -> request.filters(inVpc)).routeTables().stream()
                        .toList();
        List<Subnet> subnets = ec2.describeSubnetsPaginator(request -> request.filters(inVpc)).subnets().stream()
                .toList();
        Map<Boolean, List<Subnet>> byAccess =
                subnets.stream().collect(Collectors.partitioningBy(subnet -> leadsTo(tables, subnet, "igw-")));
        boolean wayOut = byAccess.get(false).stream().allMatch(subnet -> leadsTo(tables, subnet, "nat-"));
        List<String> publics = onePerZone(byAccess.get(true));
        List<String> privates = onePerZone(byAccess.get(false));
        boolean inPrivate = wayOut && !privates.isEmpty();
        Value.Obj outputs = Value.obj(Map.of(
                "id", Value.text(vpc.vpcId()),
                "cidr", Value.text(vpc.cidrBlock()),
                "publicSubnets", Value.texts(publics),
                "privateSubnets", Value.texts(privates),
                "serviceSubnets", Value.texts(inPrivate ? privates : publics),
                "serviceAddresses", Value.bool(!inPrivate),
                "wayOut", Value.bool(wayOut)));
        return new Found(vpc.vpcId(), Map.of(), Status.READY, Value.Obj.EMPTY, outputs);
    }

    /** Load balancers and databases take one subnet of each zone. */
    private static List<String> onePerZone(List<Subnet> subnets) {
        Map<String, String> byZone = new TreeMap<>();
        subnets.forEach(subnet -> byZone.merge(
                subnet.availabilityZone(),
                subnet.subnetId(),
                (first, second) -> first.compareTo(second) < 0 ? first : second));
        return List.copyOf(byZone.values());
    }

    /** A subnet without a table of its own follows the VPC's main one. */
    private static boolean leadsTo(List<RouteTable> tables, Subnet subnet, String gateway) {
        return tables.stream()
                .filter(table -> table.associations().stream()
                        .anyMatch(association -> subnet.subnetId().equals(association.subnetId())))
                .findFirst()
                .or(() -> tables.stream()
                        .filter(table -> table.associations().stream().anyMatch(RouteTableAssociation::main))
                        .findFirst())
                .stream()
                .flatMap(table -> table.routes().stream())
                .anyMatch(route -> "0.0.0.0/0".equals(route.destinationCidrBlock())
                        && (startsWith(route.gatewayId(), gateway) || startsWith(route.natGatewayId(), gateway)));
    }

    private static boolean startsWith(String id, String prefix) {
        return id != null && id.startsWith(prefix);
    }
}
