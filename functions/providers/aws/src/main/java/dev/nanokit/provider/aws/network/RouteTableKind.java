package dev.nanokit.provider.aws.network;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Where the packets of some subnets go: routes by their range, and the subnets that follow them. */
public final class RouteTableKind extends Ec2Kind<RouteTable> {
    public RouteTableKind(AwsAccount account) {
        super(account);
    }

    @Override
    public String type() {
        return Types.ROUTE_TABLE;
    }

    @Override
    Stream<RouteTable> list(List<Filter> filters) {
        return reads().describeRouteTablesPaginator(request -> request.filters(filters)).routeTables().stream();
    }

    @Override
    String idFilter() {
        return "route-table-id";
    }

    @Override
    String id(RouteTable table) {
        return table.routeTableId();
    }

    @Override
    List<Tag> tags(RouteTable table) {
        return table.tags();
    }

    @Override
    Found found(RouteTable table, Search.Wanted wanted) {
        Value.Obj spec = Value.obj(Map.of(
                "vpc", Value.text(table.vpcId()),
                "routes", Value.obj(routes(table)),
                "subnets", Specs.ordered(subnets(table), wanted.spec().get("subnets"))));
        Value.Obj outputs = Value.obj(Map.of("id", Value.text(table.routeTableId())));
        return new Found(table.routeTableId(), map(table.tags()), Status.READY, spec, outputs);
    }

    /** Those that were made by hand or by us: the way inside the VPC is AWS's own. */
    private static Map<String, Value> routes(RouteTable table) {
        Map<String, Value> routes = new TreeMap<>();
        table.routes().stream()
                .filter(route -> route.origin() == RouteOrigin.CREATE_ROUTE && route.destinationCidrBlock() != null)
                .forEach(route -> routes.put(route.destinationCidrBlock(), Value.text(target(route))));
        return routes;
    }

    private static String target(Route route) {
        return Stream.of(
                        route.natGatewayId(),
                        route.gatewayId(),
                        route.transitGatewayId(),
                        route.vpcPeeringConnectionId(),
                        route.networkInterfaceId())
                .filter(target -> target != null && !target.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> subnets(RouteTable table) {
        return table.associations().stream()
                .map(RouteTableAssociation::subnetId)
                .filter(subnet -> subnet != null)
                .toList();
    }

    @Override
    public Found create(Work work) {
        String id = writes().createRouteTable(
                        request -> request.vpcId(work.spec().text("vpc"))
                                .tagSpecifications(tagged(ResourceType.ROUTE_TABLE, work)))
                .routeTable()
                .routeTableId();
        return bring(work, table(id));
    }

    @Override
    public Found update(Work work, Found current) {
        return bring(work, table(current.id()));
    }

    private RouteTable table(String id) {
        return reads().describeRouteTables(request -> request.routeTableIds(id))
                .routeTables()
                .getFirst();
    }

    private Found bring(Work work, RouteTable table) {
        bringRoutes(table, ((Value.Obj) work.spec().get("routes")).fields());
        bringSubnets(table, Specs.texts(work.spec().get("subnets")));
        return again(work, table.routeTableId());
    }

    private void bringRoutes(RouteTable table, Map<String, Value> wanted) {
        String id = table.routeTableId();
        Map<String, Value> there = routes(table);
        there.keySet().stream()
                .filter(range -> !there.get(range).equals(wanted.get(range)))
                .forEach(range ->
                        writes().deleteRoute(request -> request.routeTableId(id).destinationCidrBlock(range)));
        wanted.forEach((range, target) -> {
            if (!target.equals(there.get(range))) {
                writes().createRoute(request ->
                        to(request.routeTableId(id).destinationCidrBlock(range), ((Value.Text) target).value()));
            }
        });
    }

    private static void to(CreateRouteRequest.Builder request, String target) {
        if (target.startsWith("nat-")) {
            request.natGatewayId(target);
        } else {
            request.gatewayId(target);
        }
    }

    private void bringSubnets(RouteTable table, List<String> wanted) {
        Map<String, String> associations = associations(table);
        associations.forEach((subnet, association) -> {
            if (!wanted.contains(subnet)) {
                writes().disassociateRouteTable(request -> request.associationId(association));
            }
        });
        wanted.stream()
                .filter(subnet -> !associations.containsKey(subnet))
                .forEach(subnet -> writes().associateRouteTable(request ->
                        request.routeTableId(table.routeTableId()).subnetId(subnet)));
    }

    private static Map<String, String> associations(RouteTable table) {
        return table.associations().stream()
                .filter(association -> association.subnetId() != null)
                .collect(Collectors.toMap(
                        RouteTableAssociation::subnetId, RouteTableAssociation::routeTableAssociationId));
    }

    @Override
    public Optional<Duration> delete(Found current) {
        associations(table(current.id()))
                .values()
                .forEach(association -> writes().disassociateRouteTable(request -> request.associationId(association)));
        writes().deleteRouteTable(request -> request.routeTableId(current.id()));
        return Optional.empty();
    }
}
