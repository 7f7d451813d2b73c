package dev.nanokit.provider.aws.lab;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.NatGatewayState;
import software.amazon.awssdk.services.ecs.EcsClient;

/** The ids of everything that an account holds. */
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

    /** Of the network and of services. */
    public static Set<String> ofEverything() {
        Set<String> ids = new TreeSet<>(of(TestAws.ec2()));
        Beside.iam().listRolesPaginator().roles().forEach(role -> ids.add(role.arn()));
        Beside.logs().describeLogGroupsPaginator().logGroups().forEach(group -> ids.add(group.arn()));
        Beside.balancing()
                .describeLoadBalancersPaginator()
                .loadBalancers()
                .forEach(balancer -> ids.add(balancer.loadBalancerArn()));
        Beside.balancing()
                .describeTargetGroupsPaginator()
                .targetGroups()
                .forEach(group -> ids.add(group.targetGroupArn()));
        addEcs(Beside.ecs(), ids);
        return ids;
    }

    private static void addEcs(EcsClient ecs, Set<String> ids) {
        ids.addAll(ecs.listTaskDefinitions().taskDefinitionArns());
        List<String> clusters = ecs.listClusters().clusterArns();
        ecs.describeClusters(request -> request.clusters(clusters)).clusters().stream()
                .filter(cluster -> cluster.status().equals("ACTIVE"))
                .forEach(cluster -> ids.add(cluster.clusterArn()));
    }
}
