package dev.nanokit.provider.aws.eks;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.ByName;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.eks.model.AuthenticationMode;
import software.amazon.awssdk.services.eks.model.Cluster;
import software.amazon.awssdk.services.eks.model.VpcConfigResponse;

/**
 * A Kubernetes cluster's control plane. Its version is AWS's newest default when it is made; later ones are somebody's own
 * decision, since nodes and workloads have to follow.
 */
public final class ClusterKind extends ByName {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final AwsAccount account;

    public ClusterKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.KUBERNETES_CLUSTER;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        return Optional.of(found(
                account.eks()
                        .reads()
                        .describeCluster(request -> request.name(name))
                        .cluster(),
                wanted));
    }

    private Found found(Cluster cluster, Search.Wanted wanted) {
        VpcConfigResponse network = cluster.resourcesVpcConfig();
        Value.Obj spec = Value.obj(Map.of(
                "name", Value.text(cluster.name()),
                "role", Specs.text(cluster.roleArn()),
                "subnets", Specs.ordered(network.subnetIds(), wanted.spec().get("subnets")),
                "publicEndpoint", Value.bool(Boolean.TRUE.equals(network.endpointPublicAccess())),
                "privateEndpoint", Value.bool(Boolean.TRUE.equals(network.endpointPrivateAccess()))));
        return new Found(cluster.name(), cluster.tags(), status(cluster), spec, Value.obj(outputs(cluster)));
    }

    private static Status status(Cluster cluster) {
        return switch (cluster.status()) {
            case ACTIVE, UNKNOWN_TO_SDK_VERSION -> Status.READY;
            case CREATING -> new Status.Busy("being made", LOOK_AGAIN);
            case UPDATING -> new Status.Busy("being changed", LOOK_AGAIN);
            case PENDING -> new Status.Busy("pending", LOOK_AGAIN);
            case DELETING -> new Status.Leaving(LOOK_AGAIN);
            case FAILED -> new Status.Failed("FAILED");
        };
    }

    private Map<String, Value> outputs(Cluster cluster) {
        Map<String, Value> outputs = new TreeMap<>();
        outputs.put("name", Value.text(cluster.name()));
        outputs.put("arn", Specs.text(cluster.arn()));
        outputs.put("version", Specs.text(cluster.version()));
        outputs.put("endpoint", Specs.text(cluster.endpoint()));
        outputs.put(
                "kubeconfig",
                Value.text("aws eks update-kubeconfig --region " + account.region() + " --name " + cluster.name()
                        + " --dry-run"));
        return outputs;
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        account.eks()
                .writes()
                .createCluster(request -> request.name(name(spec))
                        .roleArn(spec.text("role"))
                        .resourcesVpcConfig(network -> network.subnetIds(Specs.texts(spec.get("subnets")))
                                .endpointPublicAccess(Specs.isTrue(spec, "publicEndpoint"))
                                .endpointPrivateAccess(Specs.isTrue(spec, "privateEndpoint")))
                        .accessConfig(access -> access.authenticationMode(AuthenticationMode.API)
                                .bootstrapClusterCreatorAdminPermissions(true))
                        .clientRequestToken(work.token())
                        .tags(work.tags()));
        return again(work);
    }

    /** EKS changes subnets and endpoints in two requests; what is left after the first is seen in the next plan. */
    @Override
    public Found update(Work work, Found current) {
        Value.Obj spec = work.spec();
        account.eks()
                .writes()
                .updateClusterConfig(request -> request.name(current.id()).resourcesVpcConfig(network -> {
                    if (Specs.differs(work, current, "subnets")) {
                        network.subnetIds(Specs.texts(spec.get("subnets")));
                    } else {
                        network.endpointPublicAccess(Specs.isTrue(spec, "publicEndpoint"))
                                .endpointPrivateAccess(Specs.isTrue(spec, "privateEndpoint"));
                    }
                }));
        return again(work);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.eks().writes().deleteCluster(request -> request.name(current.id()));
        return Optional.of(LOOK_AGAIN);
    }
}
