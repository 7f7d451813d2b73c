package dev.nanokit.provider.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Change;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.TestAws;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Subnet;

@ExtendWith(TestAws.class)
class NetworkLifecycleTest {
    private static final String NETWORK = """
            environments: { production: {} }
            infra: { provider: aws, region: eu-central-1, cidr: 10.20.0.0/16 }
            """;
    private static final String PUBLIC_ONLY = NETWORK + "networks: { main: { visibility: public } }\n";

    private final AwsLab lab = TestAws.lab();
    private final Ec2Client ec2 = TestAws.ec2();

    @Test
    void isMadeLeftAloneChangedAndRemovedWithoutALeftover() {
        Set<String> before = Inventory.of(ec2);

        assertThat(actions(lab.up(NETWORK))).hasSize(10).containsOnly(Action.CREATE);
        assertThat(actions(lab.plan(NETWORK))).isEmpty();

        Plan lessNat = lab.up(PUBLIC_ONLY);
        assertThat(changes(lessNat))
                .containsExactlyInAnyOrder(
                        "DELETE address/nat", "DELETE nat-gateway/main", "UPDATE route-table/private");
        assertThat(actions(lab.plan(PUBLIC_ONLY))).isEmpty();

        lab.up(NETWORK);
        assertThat(actions(lab.plan(NETWORK))).isEmpty();

        lab.destroy(NETWORK);
        assertThat(Inventory.of(ec2)).isEqualTo(before);
        assertThat(lab.state()).isEmpty();
    }

    @Test
    void subnetsLieInTwoZonesAndPrivateOnesGoOutByTheNatGateway() {
        lab.up(NETWORK);

        List<Subnet> subnets =
                ec2.describeSubnets(request -> request.filters(inVpc(vpc()))).subnets();

        assertThat(subnets)
                .extracting(Subnet::cidrBlock)
                .containsExactlyInAnyOrder("10.20.0.0/18", "10.20.64.0/18", "10.20.128.0/19", "10.20.160.0/19");
        assertThat(subnets.stream().map(Subnet::availabilityZone).distinct()).hasSize(2);
        assertThat(wayOut("private")).startsWith("nat-");
        assertThat(wayOut("public")).startsWith("igw-");
        lab.destroy(NETWORK);
    }

    @Test
    void whatSomebodyTookAwayByHandIsSeenAndMade() {
        lab.up(NETWORK);
        RouteTable table = table("public");
        ec2.deleteRoute(request -> request.routeTableId(table.routeTableId()).destinationCidrBlock("0.0.0.0/0"));
        ec2.modifyVpcAttribute(request -> request.vpcId(vpc()).enableDnsHostnames(value -> value.value(false)));

        Plan repair = lab.up(NETWORK);

        assertThat(changes(repair)).containsExactlyInAnyOrder("UPDATE route-table/public", "UPDATE vpc/main");
        assertThat(wayOut("public")).startsWith("igw-");
        assertThat(actions(lab.plan(NETWORK))).isEmpty();
        lab.destroy(NETWORK);
    }

    @Test
    void aRunThatForgotWhatItMadeFindsItAgain() {
        lab.up(NETWORK);
        Set<String> made = Inventory.of(ec2);
        lab.state().clear();

        Plan again = lab.up(NETWORK);

        assertThat(actions(again)).containsOnly(Action.ADOPT);
        assertThat(Inventory.of(ec2)).isEqualTo(made);
        lab.destroy(NETWORK);
    }

    @Test
    void anotherRangeIsRefusedBeforeAnythingIsTouched() {
        lab.up(NETWORK);

        assertThatThrownBy(() -> lab.plan(NETWORK.replace("10.20", "10.30")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("range of an environment's network can't be changed");

        assertThat(actions(lab.plan(NETWORK))).isEmpty();
        lab.destroy(NETWORK);
    }

    private String vpc() {
        return lab.state().values().stream()
                .filter(resource -> resource.key().toString().equals("vpc/main"))
                .findFirst()
                .orElseThrow()
                .providerId()
                .orElseThrow();
    }

    private RouteTable table(String name) {
        return ec2.describeRouteTables(request -> request.filters(
                        inVpc(vpc()),
                        Filter.builder()
                                .name("tag:nanokit:resource")
                                .values("route-table/" + name)
                                .build()))
                .routeTables()
                .getFirst();
    }

    private String wayOut(String table) {
        return table(table).routes().stream()
                .filter(route -> route.destinationCidrBlock().equals("0.0.0.0/0"))
                .flatMap(route -> Stream.of(route.natGatewayId(), route.gatewayId()))
                .filter(target -> target != null)
                .findFirst()
                .orElse("nowhere");
    }

    private static Filter inVpc(String vpc) {
        return Filter.builder().name("vpc-id").values(vpc).build();
    }

    private static List<Action> actions(Plan plan) {
        return plan.waves().stream().flatMap(List::stream).map(Change::action).toList();
    }

    private static List<String> changes(Plan plan) {
        return plan.waves().stream()
                .flatMap(List::stream)
                .map(change -> change.action() + " " + change.key())
                .toList();
    }
}
