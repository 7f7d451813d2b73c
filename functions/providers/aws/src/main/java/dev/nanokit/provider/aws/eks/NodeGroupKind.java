package dev.nanokit.provider.aws.eks;

import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.ProviderException;
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
import java.util.stream.Collectors;
import software.amazon.awssdk.services.eks.model.AMITypes;
import software.amazon.awssdk.services.eks.model.Issue;
import software.amazon.awssdk.services.eks.model.Nodegroup;
import software.amazon.awssdk.services.eks.model.NodegroupScalingConfig;

/** Nodes of a Kubernetes cluster, of one type; EKS drains them before they go. */
public final class NodeGroupKind extends ByName {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

    private final AwsAccount account;

    public NodeGroupKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.NODE_GROUP;
    }

    @Override
    protected Optional<Found> look(String name, Search.Wanted wanted) {
        return Optional.of(found(
                account.eks()
                        .reads()
                        .describeNodegroup(
                                request -> request.clusterName(wanted.spec().text("cluster"))
                                        .nodegroupName(name))
                        .nodegroup(),
                wanted.spec()));
    }

    private static Found found(Nodegroup group, Value.Obj wanted) {
        Map<String, Value> spec = new TreeMap<>();
        spec.put("name", Value.text(group.nodegroupName()));
        spec.put("cluster", Value.text(group.clusterName()));
        spec.put("role", Specs.text(group.nodeRole()));
        spec.put("subnets", Specs.ordered(group.subnets(), wanted.get("subnets")));
        spec.put(
                "type",
                group.instanceTypes().stream().findFirst().map(Specs::text).orElse(Value.NULL));
        spec.put("image", Specs.text(group.amiTypeAsString()));
        spec.put("disk", Specs.num(group.diskSize()));
        spec.put("min", Specs.num(group.scalingConfig().minSize()));
        spec.put("max", Specs.num(group.scalingConfig().maxSize()));
        if (!Specs.isTrue(wanted, "scaled")) {
            spec.put("start", Specs.num(group.scalingConfig().desiredSize()));
        }
        return new Found(
                group.nodegroupName(),
                group.tags(),
                status(group),
                Specs.asked(spec, wanted),
                Value.obj(Map.of("name", Value.text(group.nodegroupName()))));
    }

    private static Status status(Nodegroup group) {
        return switch (group.status()) {
            case ACTIVE, DEGRADED, UNKNOWN_TO_SDK_VERSION -> Status.READY;
            case CREATING -> new Status.Busy("nodes are being made", LOOK_AGAIN);
            case UPDATING -> new Status.Busy("nodes are being changed", LOOK_AGAIN);
            case DELETING -> new Status.Leaving(LOOK_AGAIN);
            case CREATE_FAILED, DELETE_FAILED -> new Status.Failed(why(group));
        };
    }

    private static String why(Nodegroup group) {
        String issues = group.health() == null
                ? ""
                : group.health().issues().stream().map(Issue::message).collect(Collectors.joining("; "));
        return issues.isEmpty() ? group.statusAsString() : issues;
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        account.eks()
                .writes()
                .createNodegroup(request -> request.clusterName(spec.text("cluster"))
                        .nodegroupName(name(spec))
                        .nodeRole(spec.text("role"))
                        .subnets(Specs.texts(spec.get("subnets")))
                        .instanceTypes(spec.text("type"))
                        .amiType(AMITypes.fromValue(spec.text("image")))
                        .diskSize(Specs.number(spec, "disk"))
                        .scalingConfig(scaling(spec)
                                .desiredSize(Specs.number(spec, "start"))
                                .build())
                        .clientRequestToken(work.token())
                        .tags(work.tags()));
        return again(work);
    }

    private static NodegroupScalingConfig.Builder scaling(Value.Obj spec) {
        return NodegroupScalingConfig.builder()
                .minSize(Specs.number(spec, "min"))
                .maxSize(Specs.number(spec, "max"));
    }

    @Override
    public Found update(Work work, Found current) {
        Value.Obj spec = work.spec();
        if (Specs.differs(work, current, "subnets")) {
            throw new ProviderException(
                    "EKS can't move the nodes of " + current.id() + " to other subnets",
                    false,
                    "fixed",
                    "give these nodes another type, which makes another group of them; or delete the group "
                            + current.id() + " by hand, and apply again",
                    null);
        }
        NodegroupScalingConfig.Builder scaling = scaling(spec);
        if (!Specs.isTrue(spec, "scaled")) {
            scaling.desiredSize(Specs.number(spec, "start"));
        }
        account.eks()
                .writes()
                .updateNodegroupConfig(request -> request.clusterName(spec.text("cluster"))
                        .nodegroupName(current.id())
                        .scalingConfig(scaling.build()));
        return again(work);
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.eks()
                .writes()
                .deleteNodegroup(request ->
                        request.clusterName(current.spec().text("cluster")).nodegroupName(current.id()));
        return Optional.of(LOOK_AGAIN);
    }
}
