package dev.nanokit.provider.aws.eks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.nanokit.engine.plan.Action;
import dev.nanokit.engine.plan.Plan;
import dev.nanokit.engine.source.InvalidConfigException;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.lab.AwsLab;
import dev.nanokit.provider.aws.lab.Inventory;
import dev.nanokit.provider.aws.lab.Plans;
import dev.nanokit.provider.aws.lab.TestAws;
import dev.nanokit.provider.aws.lab.gaps.CompletedMoto;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.iam.IamClient;

@ExtendWith(TestAws.class)
class KubernetesLifecycleTest {
    private static final String NODES = """
            environments: { production: {} }
            infra:
              provider: aws
              region: eu-central-1
              cidr: 10.70.0.0/16
              instances:
                - { type: t3.large, count: 2, role: kubernetes }
            """;
    private static final String NONE = NODES.substring(0, NODES.indexOf("  instances"));

    private final CompletedMoto moto = new CompletedMoto(TestAws.endpoint());
    private final AwsLab lab = TestAws.lab().through(moto.endpoint());
    private final EksClient eks = TestAws.client(EksClient.builder(), moto.endpoint());
    private final IamClient iam = TestAws.client(IamClient.builder());
    private final Set<String> before = Inventory.of(TestAws.ec2());

    @AfterEach
    void nothingIsLeft() {
        lab.destroy(NONE);
        assertThat(eks.listClusters().clusters()).doesNotContain(cluster());
        assertThat(Inventory.of(TestAws.ec2())).isEqualTo(before);
        assertThat(iam.listRoles().roles()).noneMatch(role -> role.roleName().startsWith(lab.project()));
        moto.close();
    }

    @Test
    void isMadeWithItsNodesAndAddonsAndLeftAlone() {
        Plan plan = lab.up(NODES);

        assertThat(Plans.changes(plan))
                .contains(
                        "CREATE role/kubernetes.cluster",
                        "CREATE role/kubernetes.nodes",
                        "CREATE kubernetes-cluster/main",
                        "CREATE kubernetes-addon/vpc-cni",
                        "CREATE kubernetes-addon/kube-proxy",
                        "CREATE kubernetes-addon/coredns",
                        "CREATE node-group/kubernetes-t3-large");
        assertThat(Plans.changes(lab.plan(NODES))).isEmpty();
        assertThat(nodes("kubernetes-t3-large").scalingConfig().desiredSize()).isEqualTo(2);
        assertThat(nodes("kubernetes-t3-large").subnets()).hasSize(2);
    }

    @Test
    void saysHowToReachIt() {
        lab.up(NODES);

        Value kubeconfig = lab.state().values().stream()
                .filter(resource -> resource.key().toString().equals("kubernetes-cluster/main"))
                .findFirst()
                .orElseThrow()
                .outputs()
                .get("kubeconfig");

        assertThat(kubeconfig)
                .isEqualTo(Value.text(
                        "aws eks update-kubeconfig --region eu-central-1 --name " + cluster() + " --dry-run"));
    }

    @Test
    void itsNodesBecomeMoreOrFewer() {
        lab.up(NODES);
        String more = NODES.replace("count: 2", "count: 3");

        assertThat(Plans.changes(lab.up(more))).containsExactly("UPDATE node-group/kubernetes-t3-large");
        assertThat(nodes("kubernetes-t3-large").scalingConfig().maxSize()).isEqualTo(3);
        assertThat(Plans.changes(lab.plan(more))).isEmpty();
    }

    @Test
    void nodesOfAnotherTypeAreThereBeforeTheFormerOnesGo() {
        lab.up(NODES);
        String larger = NODES.replace("t3.large", "m7g.large");

        assertThat(Plans.changes(lab.up(larger)))
                .containsSubsequence("CREATE node-group/kubernetes-m7g-large", "DELETE node-group/kubernetes-t3-large");
        assertThat(nodes("kubernetes-m7g-large").amiTypeAsString()).isEqualTo("AL2023_ARM_64_STANDARD");
        assertThat(Plans.changes(lab.plan(larger))).isEmpty();
    }

    @Test
    void theClusterScalesItsNodesBetweenTheBounds() {
        String auto = NODES.replace("  instances:", "  scaling: auto\n  min: 1\n  max: 5\n  instances:");
        lab.up(NODES);

        lab.up(auto);
        eks.updateNodegroupConfig(request -> request.clusterName(cluster())
                .nodegroupName("kubernetes-t3-large")
                .scalingConfig(scaling -> scaling.minSize(1).maxSize(5).desiredSize(4)));

        assertThat(Plans.changes(lab.plan(auto))).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsPutBack() {
        lab.up(NODES);
        eks.updateNodegroupConfig(request -> request.clusterName(cluster())
                .nodegroupName("kubernetes-t3-large")
                .scalingConfig(scaling -> scaling.minSize(0).maxSize(9).desiredSize(9)));
        eks.deleteAddon(request -> request.clusterName(cluster()).addonName("vpc-cni"));

        assertThat(Plans.changes(lab.up(NODES)))
                .contains("UPDATE node-group/kubernetes-t3-large", "CREATE kubernetes-addon/vpc-cni");
        assertThat(nodes("kubernetes-t3-large").scalingConfig().desiredSize()).isEqualTo(2);
        assertThat(Plans.changes(lab.plan(NODES))).isEmpty();
    }

    @Test
    void aClosedEndpointIsSeenAndOpened() {
        lab.up(NODES);
        List<String> subnets = eks.describeCluster(request -> request.name(cluster()))
                .cluster()
                .resourcesVpcConfig()
                .subnetIds();
        eks.updateClusterConfig(request -> request.name(cluster())
                .resourcesVpcConfig(network ->
                        network.subnetIds(subnets).endpointPublicAccess(false).endpointPrivateAccess(true)));

        assertThat(Plans.fields(lab.up(NODES))).containsExactly("kubernetes-cluster/main publicEndpoint");
        assertThat(eks.describeCluster(request -> request.name(cluster()))
                        .cluster()
                        .resourcesVpcConfig()
                        .endpointPublicAccess())
                .isTrue();
    }

    @Test
    void aRunThatForgotWhatItMadeFindsItAgain() {
        lab.up(NODES);
        lab.state().clear();

        assertThat(Plans.actions(lab.up(NODES))).containsOnly(Action.ADOPT);
        assertThat(Plans.changes(lab.plan(NODES))).isEmpty();
    }

    @Test
    void aNodeTypeThatTheRegionHasNotIsRefused() {
        lab.up(NODES);

        assertThatThrownBy(() -> lab.plan(NODES.replace("t3.large", "t3.larg")))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("has no machine type 't3.larg'");
    }

    private String cluster() {
        return lab.project() + "-production-kubernetes";
    }

    private Nodegroup nodes(String name) {
        return eks.describeNodegroup(request -> request.clusterName(cluster()).nodegroupName(name))
                .nodegroup();
    }
}
