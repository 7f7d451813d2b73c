package dev.nanokit.provider.aws.ecs;

import dev.nanokit.engine.resource.ResourceKey;
import dev.nanokit.engine.value.Value;
import dev.nanokit.provider.aws.call.AwsAccount;
import dev.nanokit.provider.aws.compile.Types;
import dev.nanokit.provider.aws.reconcile.Found;
import dev.nanokit.provider.aws.reconcile.Kind;
import dev.nanokit.provider.aws.reconcile.Search;
import dev.nanokit.provider.aws.reconcile.Specs;
import dev.nanokit.provider.aws.reconcile.Status;
import dev.nanokit.provider.aws.reconcile.Work;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.ClusterNotFoundException;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceField;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** A service: so many tasks of one task definition, kept running, and replaced by those of the next one. */
public final class ServiceKind implements Kind {
    /** As many as one call describes. */
    private static final int BATCH = 10;

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final AwsAccount account;

    public ServiceKind(AwsAccount account) {
        this.account = account;
    }

    @Override
    public String type() {
        return Types.SERVICE;
    }

    @Override
    public Map<ResourceKey, Found> find(Search search) {
        Map<String, List<String>> byCluster = search.wanted().stream()
                .collect(Collectors.groupingBy(
                        wanted -> wanted.spec().text("cluster"),
                        Collectors.mapping(wanted -> wanted.spec().text("name"), Collectors.toList())));
        Map<String, Service> services = new HashMap<>();
        byCluster.forEach((cluster, names) -> {
            for (int from = 0; from < names.size(); from += BATCH) {
                List<String> batch = names.subList(from, Math.min(from + BATCH, names.size()));
                describe(cluster, batch)
                        .forEach(service -> services.put(cluster + "/" + service.serviceName(), service));
            }
        });
        Map<ResourceKey, Found> found = new TreeMap<>();
        search.wanted()
                .forEach(wanted -> Optional.ofNullable(services.get(wanted.spec()
                                        .text("cluster") + "/" + wanted.spec().text("name")))
                        .ifPresent(service -> found.put(wanted.key(), found(service, wanted.spec()))));
        return found;
    }

    private List<Service> describe(String cluster, List<String> names) {
        try {
            return reads()
                    .describeServices(
                            request -> request.cluster(cluster).services(names).include(ServiceField.TAGS))
                    .services()
                    .stream()
                    .filter(service -> !service.status().equals("INACTIVE"))
                    .toList();
        } catch (ClusterNotFoundException e) {
            return List.of();
        }
    }

    private static Found found(Service service, Value.Obj wanted) {
        return new Found(
                service.serviceArn(),
                EcsTags.map(service.tags()),
                status(service, wanted),
                ServiceFields.spec(service, wanted).with("cluster", wanted.get("cluster")),
                Value.obj(Map.of("arn", Value.text(service.serviceArn()), "name", Value.text(service.serviceName()))));
    }

    /** A deployment of something else than is wanted need not be waited for. */
    private static Status status(Service service, Value.Obj wanted) {
        if (service.status().equals("DRAINING")) {
            return new Status.Leaving(LOOK_AGAIN);
        }
        Deployments deployments = Deployments.of(service);
        return deployments.isUnderWay() && Specs.text(service.taskDefinition()).equals(wanted.get("taskDefinition"))
                ? new Status.Busy(deployments.doing(), LOOK_AGAIN)
                : Status.READY;
    }

    @Override
    public Found create(Work work) {
        Value.Obj spec = work.spec();
        Service made = account.ecs()
                .writes()
                .createService(request -> request.cluster(spec.text("cluster"))
                        .serviceName(spec.text("name"))
                        .clientToken(work.token())
                        .launchType(LaunchType.FARGATE)
                        .taskDefinition(spec.text("taskDefinition"))
                        .desiredCount(Specs.number(spec, "instances"))
                        .networkConfiguration(ServiceFields.network(spec))
                        .deploymentConfiguration(ServiceFields.deployment(spec))
                        .loadBalancers(ServiceFields.loadBalancers(spec))
                        .propagateTags(PropagateTags.SERVICE)
                        .enableECSManagedTags(true)
                        .tags(EcsTags.of(work)))
                .service();
        return withTags(found(made, spec), work.tags());
    }

    /** A deployment that failed is begun again, though nothing else is to change. */
    @Override
    public Found update(Work work, Found current) {
        Value.Obj spec = work.spec();
        Service changed = account.ecs()
                .writes()
                .updateService(request -> settings(request, spec)
                        .forceNewDeployment(current.spec().get("deployment").equals(Value.text(Deployments.FAILED))))
                .service();
        return withTags(found(changed, spec), current.tags());
    }

    private static UpdateServiceRequest.Builder settings(UpdateServiceRequest.Builder request, Value.Obj spec) {
        return request.cluster(spec.text("cluster"))
                .service(spec.text("name"))
                .taskDefinition(spec.text("taskDefinition"))
                .desiredCount(Specs.number(spec, "instances"))
                .networkConfiguration(ServiceFields.network(spec))
                .deploymentConfiguration(ServiceFields.deployment(spec))
                .loadBalancers(ServiceFields.loadBalancers(spec));
    }

    /** The answer to a change may leave the tags out. */
    private static Found withTags(Found found, Map<String, String> tags) {
        return new Found(found.id(), tags, found.status(), found.spec(), found.outputs());
    }

    /** Whether the deployment failed, and the service runs what ran before, or nothing. */
    @Override
    public Optional<String> takenBack(Work work, Found found) {
        boolean failed = found.spec().get("deployment").equals(Value.text(Deployments.FAILED));
        boolean rolledBack =
                !found.spec().get("taskDefinition").equals(work.spec().get("taskDefinition"));
        if (!failed && !rolledBack) {
            return Optional.empty();
        }
        String outcome = rolledBack
                ? "its new tasks did not come up, and AWS rolled it back to what ran before"
                : "its tasks did not come up";
        return Optional.of(new StoppedTasks(reads())
                .why(work.spec().text("cluster"), work.spec().text("name"))
                .map(why -> outcome + ": " + why)
                .orElse(outcome));
    }

    @Override
    public Optional<Duration> delete(Found current) {
        account.ecs()
                .writes()
                .deleteService(request -> request.cluster(current.spec().text("cluster"))
                        .service(current.spec().text("name"))
                        .force(true));
        return Optional.of(LOOK_AGAIN);
    }

    private EcsClient reads() {
        return account.ecs().reads();
    }
}
