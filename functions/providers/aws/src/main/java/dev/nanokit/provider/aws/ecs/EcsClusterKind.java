package dev.nanokit.provider.aws.ecs;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.model.Cluster;
import software.amazon.awssdk.services.ecs.model.ClusterField;

/** Where services run. Has no machines of its own: Fargate's are used. */
public final class EcsClusterKind implements Kind {
    private static final Duration SOON = Duration.ofSeconds(3);

    private final AwsAccount account;

    public EcsClusterKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.CLUSTER;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        List<String> names = search.wanted().stream()
                .map(wanted -> wanted.spec().text("name"))
                .toList();
        Map<String, Cluster> byName = account
                .ecs()
                .reads()
                .describeClusters(request -> request.clusters(names).include(ClusterField.TAGS))
                .clusters()
                .stream()
                .filter(cluster -> !cluster.status().equals("INACTIVE"))
                .collect(Collectors.toMap(Cluster::clusterName, Function.identity()));
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> Optional.ofNullable(byName.get(wanted.spec().text("name")))
                        .ifPresent(cluster -> found.put(wanted.key(), found(cluster))));
        return found;
    }

    private static Found found(Cluster cluster) {
        Value.Obj outputs =
                Value.obj(Map.of("arn", Value.text(cluster.clusterArn()), "name", Value.text(cluster.clusterName())));
        return new Found(
                cluster.clusterName(),
                EcsTags.map(cluster.tags()),
                status(cluster),
                Value.obj(Map.of("name", Value.text(cluster.clusterName()))),
                outputs);
    }

    private static Status status(Cluster cluster) {
        return switch (cluster.status()) {
            case "PROVISIONING" -> new Status.Busy("being made", SOON);
            case "DEPROVISIONING" -> new Status.Leaving(SOON);
            case "FAILED" -> new Status.Failed("AWS calls it failed");
            default -> Status.READY;
        };
    }

    @Override
    public Found create(Work work) {
        return found(account.ecs()
                .writes()
                .createCluster(
                        request -> request.clusterName(work.spec().text("name")).tags(EcsTags.of(work)))
                .cluster());
    }

    /** Nothing of a cluster is ever to be changed but its tags, which say whose it is. */
    @Override
    public Found update(Work work, Found current) {
        return current;
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.ecs().writes().deleteCluster(request -> request.cluster(current.id()));
        return Optional.empty();
    }
}
