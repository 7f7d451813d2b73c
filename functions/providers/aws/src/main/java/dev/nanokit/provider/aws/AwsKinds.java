package dev.nanokit.provider.aws;

import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.database.CacheKind;
import dev.nanokit.provider.aws.database.CacheSubnetGroupKind;
import dev.nanokit.provider.aws.database.DatabaseKind;
import dev.nanokit.provider.aws.database.DbSubnetGroupKind;
import dev.nanokit.provider.aws.ecs.EcsClusterKind;
import dev.nanokit.provider.aws.ecs.ServiceKind;
import dev.nanokit.provider.aws.ecs.TaskDefinitionKind;
import dev.nanokit.provider.aws.eks.AddonKind;
import dev.nanokit.provider.aws.eks.ClusterKind;
import dev.nanokit.provider.aws.eks.NodeGroupKind;
import dev.nanokit.provider.aws.iam.RoleKind;
import dev.nanokit.provider.aws.logs.LogGroupKind;
import dev.nanokit.provider.aws.machine.AutoScalingGroupKind;
import dev.nanokit.provider.aws.machine.InstanceProfileKind;
import dev.nanokit.provider.aws.machine.LaunchTemplateKind;
import dev.nanokit.provider.aws.network.AddressKind;
import dev.nanokit.provider.aws.network.ExistingVpcKind;
import dev.nanokit.provider.aws.network.InternetGatewayKind;
import dev.nanokit.provider.aws.network.NatGatewayKind;
import dev.nanokit.provider.aws.network.RouteTableKind;
import dev.nanokit.provider.aws.network.SecurityGroupKind;
import dev.nanokit.provider.aws.network.SubnetKind;
import dev.nanokit.provider.aws.network.VpcKind;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.secret.ParameterKind;
import dev.nanokit.provider.aws.secret.SecretKind;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that this provider makes, by type. */
final class AwsKinds {
    private AwsKinds() {}

    static Map<String, Kind> of(AwsAccount account) {
        return Stream.of(
                        new VpcKind(account),
                        new ExistingVpcKind(account),
                        new SubnetKind(account),
                        new InternetGatewayKind(account),
                        new AddressKind(account),
                        new NatGatewayKind(account),
                        new RouteTableKind(account),
                        new SecurityGroupKind(account),
                        new DbSubnetGroupKind(account),
                        new DatabaseKind(account),
                        new CacheSubnetGroupKind(account),
                        new CacheKind(account),
                        new RoleKind(account),
                        new InstanceProfileKind(account),
                        new LaunchTemplateKind(account),
                        new AutoScalingGroupKind(account),
                        new ClusterKind(account),
                        new NodeGroupKind(account),
                        new AddonKind(account),
                        new LogGroupKind(account),
                        new ParameterKind(account),
                        new SecretKind(account),
                        new EcsClusterKind(account),
                        new TaskDefinitionKind(account),
                        new ServiceKind(account))
                .collect(Collectors.toUnmodifiableMap(Kind::type, Function.identity()));
    }
}
