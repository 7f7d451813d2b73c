package dev.nanokit.provider.aws.lab;

import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;

/** The ids of everything of the network that an account holds. */
public final class Inventory {
    private Inventory() {}

    public static Set<String> of(Ec2Client ec2) {
        Set<String> ids = new TreeSet<>();
        ec2.describeVpcsPaginator().vpcs().forEach(vpc -> ids.add(vpc.vpcId()));
        ec2.describeSubnetsPaginator().subnets().forEach(subnet -> ids.add(subnet.subnetId()));
        ec2.describeInternetGatewaysPaginator()
                .internetGateways()
                .forEach(gateway -> ids.add(gateway.internetGatewayId()));
        ec2.describeRouteTablesPaginator().routeTables().forEach(table -> ids.add(table.routeTableId()));
        ec2.describeSecurityGroupsPaginator().securityGroups().forEach(group -> ids.add(group.groupId()));
        ec2.describeAddresses().addresses().forEach(address -> ids.add(address.allocationId()));
        ec2.describeNatGatewaysPaginator().natGateways().stream()
                .filter(gateway -> gateway.state() != NatGatewayState.DELETED)
                .forEach(gateway -> ids.add(gateway.natGatewayId()));
        return ids;
    }
}
