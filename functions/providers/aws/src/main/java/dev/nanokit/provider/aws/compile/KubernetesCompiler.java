package dev.nanokit.provider.aws.compile;

import dev.nanokit.engine.config.Infra;
import dev.nanokit.engine.config.Infra.Role;
import dev.nanokit.engine.resource.Resource;
import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.source.Place;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The entries of {@code infra.instances} that are nodes of a Kubernetes cluster, with that cluster at EKS. */
final class KubernetesCompiler {
    private static final String POLICY = "arn:aws:iam::aws:policy/";
    private static final ResourceKey CLUSTER_ROLE = new ResourceKey(Types.ROLE, "kubernetes.cluster");
    private static final ResourceKey NODE_ROLE = new ResourceKey(Types.ROLE, "kubernetes.nodes");
    private static final ResourceKey CLUSTER = new ResourceKey(Types.KUBERNETES_CLUSTER, "main");
    private static final int DISK_GIB = 30;

    private final Scope scope;
    private final NetworkParts network;
    private final List<Resource> resources = new ArrayList<>();
    private final Set<ResourceKey> nodes = new HashSet<>();

    KubernetesCompiler(Scope scope, NetworkParts network) {
        this.scope = scope;
        this.network = network;
    }

    List<Resource> compile() {
        List<MachineGroup> groups = MachineGroup.of(scope.environment().infra()).stream()
                .filter(group -> group.declared().role() == Role.KUBERNETES)
                .toList();
        if (groups.isEmpty()) {
            return List.of();
        }
        if (isScaled()) {
            warnOfScaling();
        }
        role(CLUSTER_ROLE, "eks.amazonaws.com", List.of("AmazonEKSClusterPolicy"));
        role(
                NODE_ROLE,
                "ec2.amazonaws.com",
                List.of(
                        "AmazonEKSWorkerNodePolicy",
                        "AmazonEKS_CNI_Policy",
                        "AmazonEC2ContainerRegistryReadOnly",
                        "AmazonSSMManagedInstanceCore"));
        cluster();
        Set<ResourceKey> ofCluster = Set.of(addon("vpc-cni", Set.of()), addon("kube-proxy", Set.of()));
        groups.forEach(group -> nodes(group, ofCluster));
        addon("coredns", nodes);
        return List.copyOf(resources);
    }

    private boolean isScaled() {
        return scope.environment().infra().scaling() == Infra.Scaling.AUTO;
    }

    private void warnOfScaling() {
        scope.warn(
                scope.place("infra", "scaling"),
                "the number of kubernetes nodes is left to the cluster",
                "EKS scales no nodes by itself; a Cluster Autoscaler in the cluster does, between min and max.",
                "Put one into the cluster; until then there are as many nodes as count says.");
    }

    private String clusterName() {
        return scope.nameAtAws("kubernetes");
    }

    private void role(ResourceKey key, String service, List<String> policies) {
        Fields spec = new Fields()
                .with("name", Names.fit(scope.nameAtAws(key.name()), Names.ROLE))
                .with("trust", Trust.of(service))
                .with(
                        "managed",
                        Value.texts(policies.stream().map(POLICY::concat).toList()));
        add(key, spec, Set.of(), Set.of("name"), place());
    }

    private void cluster() {
        Fields spec = new Fields()
                .with("name", clusterName())
                .with("role", Value.ref(CLUSTER_ROLE, "arn"))
                .with("subnets", network.privateSubnets())
                .with("publicEndpoint", Value.bool(true))
                .with("privateEndpoint", Value.bool(true));
        Set<ResourceKey> dependsOn = Scope.union(network.dependsOn(), Set.of(CLUSTER_ROLE));
        add(CLUSTER, spec, dependsOn, Set.of("name", "role"), place());
    }

    private ResourceKey addon(String name, Set<ResourceKey> after) {
        ResourceKey key = new ResourceKey(Types.KUBERNETES_ADDON, name);
        Fields spec = new Fields().with("name", name).with("cluster", clusterName());
        add(key, spec, Scope.union(after, Set.of(CLUSTER)), Set.of("name", "cluster"), place());
        return key;
    }

    /** Nodes of another type are another group: it is there before the former one is drained and goes. */
    private void nodes(MachineGroup group, Set<ResourceKey> addons) {
        String type = group.declared().type();
        String name = Names.fit(group.name() + "-" + type.replace('.', '-'), Names.NODE_GROUP);
        Fields spec = new Fields()
                .with("name", name)
                .with("cluster", clusterName())
                .with("role", Value.ref(NODE_ROLE, "arn"))
                .with("subnets", network.privateSubnets())
                .with("type", type)
                .with("image", Processors.isArm(type) ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD")
                .with("disk", Value.num(DISK_GIB))
                .with("min", Value.num(group.min()))
                .with("max", Value.num(Math.max(group.max(), 1)))
                .with("start", Value.num(group.declared().count()))
                .with("scaled", Value.bool(isScaled()));
        Set<ResourceKey> dependsOn = new HashSet<>(addons);
        dependsOn.addAll(network.dependsOn());
        dependsOn.addAll(network.waysOut());
        dependsOn.addAll(Set.of(CLUSTER, NODE_ROLE));
        ResourceKey key = new ResourceKey(Types.NODE_GROUP, name);
        Place place = scope.place("infra", "instances", String.valueOf(group.index()), "type");
        add(key, spec, dependsOn, Set.of("name", "cluster", "role", "type", "image", "disk"), place);
        nodes.add(key);
    }

    private void add(ResourceKey key, Fields spec, Set<ResourceKey> dependsOn, Set<String> replaceOn, Place place) {
        resources.add(scope.infrastructure(key, spec.build(), dependsOn, replaceOn, place));
    }

    private Place place() {
        return scope.place("infra", "instances");
    }
}
