package dev.nanokit.provider.aws.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.source.Problem;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.TestAws;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** {@code infra.vpc}: used as it is, and never touched. */
@ExtendWith(TestAws.class)
class ExistingVpcTest {
    private final AwsLab lab = TestAws.lab();
    private final Ec2Client ec2 = TestAws.ec2();
    private final String vpc =
            ec2.createVpc(request -> request.cidrBlock("10.9.0.0/16")).vpc().vpcId();

    @Test
    void withSubnetsInTwoZonesItIsUsedAndNeverTouched() {
        publicSubnet("10.9.0.0/24", "eu-central-1a");
        publicSubnet("10.9.1.0/24", "eu-central-1b");
        subnet("10.9.2.0/24", "eu-central-1a");
        subnet("10.9.3.0/24", "eu-central-1b");
        Set<String> before = Inventory.of(ec2);

        Plan plan = lab.up(file(vpc));

        assertThat(plan.waves()).isEmpty();
        assertThat(plan.unchanged())
                .singleElement()
                .satisfies(
                        vpc -> assertThat(vpc.reasons()).containsExactly("is used as it is, never changed or deleted"));
        lab.destroy(file(vpc));
        assertThat(Inventory.of(ec2)).isEqualTo(before);
    }

    @Test
    void privateSubnetsWithoutAWayOutAreWarnedAbout() {
        publicSubnet("10.9.0.0/24", "eu-central-1a");
        publicSubnet("10.9.1.0/24", "eu-central-1b");
        subnet("10.9.2.0/24", "eu-central-1a");
        subnet("10.9.3.0/24", "eu-central-1b");

        assertThat(lab.preflight(file(vpc))).singleElement().satisfies(problem -> {
            assertThat(problem.isError()).isFalse();
            assertThat(problem.what()).contains(vpc).contains("no way out");
        });
    }

    @Test
    void withSubnetsInOneZoneItIsRefusedBeforeAnythingIsMade() {
        publicSubnet("10.9.0.0/24", "eu-central-1a");
        subnet("10.9.2.0/24", "eu-central-1a");
        subnet("10.9.3.0/24", "eu-central-1b");

        assertThat(lab.preflight(file(vpc)))
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).isEqualTo(vpc + " has public subnets in 1 zones; two are needed");
                    assertThat(problem.place().toString()).contains("nanokit.yml:4");
                });
    }

    @Test
    void oneThatIsNotInThisRegionIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> lab.plan(file("vpc-0123456789abcdef0")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("nanokit.yml:4")
                .hasMessageContaining("vpc-0123456789abcdef0 does not exist");
    }

    private String subnet(String range, String zone) {
        return ec2.createSubnet(request -> request.vpcId(vpc).cidrBlock(range).availabilityZone(zone))
                .subnet()
                .subnetId();
    }

    private void publicSubnet(String range, String zone) {
        String subnet = subnet(range, zone);
        String gateway = ec2
                .describeInternetGateways(request -> request.filters(Ec2Kind.filter("attachment.vpc-id", List.of(vpc))))
                .internetGateways()
                .stream()
                .findFirst()
                .map(found -> found.internetGatewayId())
                .orElseGet(this::attachedGateway);
        String table =
                ec2.createRouteTable(request -> request.vpcId(vpc)).routeTable().routeTableId();
        ec2.createRoute(request ->
                request.routeTableId(table).destinationCidrBlock("0.0.0.0/0").gatewayId(gateway));
        ec2.associateRouteTable(request -> request.routeTableId(table).subnetId(subnet));
    }

    private String attachedGateway() {
        String gateway = ec2.createInternetGateway().internetGateway().internetGatewayId();
        ec2.attachInternetGateway(request -> request.internetGatewayId(gateway).vpcId(vpc));
        return gateway;
    }

    private static String file(String vpc) {
        return """
                environments: { production: {} }
                infra: { provider: aws, region: eu-central-1, vpc: %s }
                """.formatted(vpc);
    }
}
